namespace Gates.Policies;

/// <summary>A value for later steps of the workflow, such as a decision.</summary>
public sealed record Output(string Name, string Value);
