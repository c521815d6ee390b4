namespace Gates.Policies.Engine;

/// <summary>What runs policies.</summary>
public static class PolicyEngine
{
    /// <value>Its name and version, such as <c>Jint 4.18.0</c>: evidence records it, because another one may judge differently.</value>
    public static string Id { get; } = $"Jint {typeof(Jint.Engine).Assembly.GetName().Version!.ToString(3)}";
}
