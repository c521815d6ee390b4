namespace Gates.Formats.Workflows;

/// <summary>One job of a workflow.</summary>
internal sealed record WorkflowJob
{
    public required string Id { get; init; }

    public required int Line { get; init; }

    /// <value>The runner labels; empty when the job calls a workflow.</value>
    public IReadOnlyList<PlacedText> RunsOn { get; init; } = [];

    /// <value>The workflow this job calls.</value>
    public PlacedText? Uses { get; init; }

    /// <value>The image the steps run in.</value>
    public PlacedText? Container { get; init; }

    /// <value>Images of the service containers, by service name.</value>
    public IReadOnlyDictionary<string, PlacedText> Services { get; init; } = WorkflowValues.None;

    public IReadOnlyDictionary<string, PlacedText> With { get; init; } = WorkflowValues.None;

    public IReadOnlyDictionary<string, PlacedText> Env { get; init; } = WorkflowValues.None;

    /// <value>What <c>matrix.NAME</c> can be, as far as the file alone tells; a name with values from an expression is left out.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<PlacedText>> Matrix { get; init; } =
        new Dictionary<string, IReadOnlyList<PlacedText>>(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<WorkflowStep> Steps { get; init; } = [];
}
