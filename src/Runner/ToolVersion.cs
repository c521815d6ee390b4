using System.Reflection;

namespace Gates.Runner;

/// <summary>The version of this program, as its build wrote it.</summary>
internal static class ToolVersion
{
    /// <value>With the commit it was built from, for example <c>0.1.0+3f2a9c1d…</c>.</value>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>A version for people: without the commit.</summary>
    public static string Short(string version) => version.Split('+')[0];
}
