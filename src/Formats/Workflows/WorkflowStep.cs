namespace Gates.Formats.Workflows;

/// <summary>One step of a job or of a composite action; it either uses an action or runs a script.</summary>
internal sealed record WorkflowStep
{
    public required int Line { get; init; }

    public string? Name { get; init; }

    /// <value>The action: <c>owner/repo@ref</c>, <c>./path</c> or <c>docker://image</c>.</value>
    public PlacedText? Uses { get; init; }

    public WorkflowScript? Run { get; init; }

    /// <value>The action's inputs; names are compared as GitHub does, ignoring case.</value>
    public IReadOnlyDictionary<string, PlacedText> With { get; init; } = WorkflowValues.None;

    public IReadOnlyDictionary<string, PlacedText> Env { get; init; } = WorkflowValues.None;
}
