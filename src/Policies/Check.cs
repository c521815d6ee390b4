namespace Gates.Policies;

/// <summary>Something a policy looked at and found in order.</summary>
public sealed record Check(string Rule, string Message);
