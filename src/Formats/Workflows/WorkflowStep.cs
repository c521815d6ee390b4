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

/// <summary>The text of a <c>run:</c>, and how its lines map to the file's.</summary>
/// <param name="Text">The script; expressions are left as written.</param>
/// <param name="FirstLine">The file's line on which the script's first line stands.</param>
/// <param name="KeepsLines">Whether the script's lines are the file's lines; not so for folded and quoted text.</param>
/// <param name="Shell">The shell in force: the step's, the job's default or the workflow's; <see langword="null"/> means the runner's.</param>
/// <param name="WorkingDirectory">The folder in force, by the same order; <see langword="null"/> means the root.</param>
internal sealed record WorkflowScript(string Text, int FirstLine, bool KeepsLines, string? Shell, string? WorkingDirectory);
