using System.Reflection;

namespace Gates.Runner;

/// <summary>The version of this program, as its build wrote it.</summary>
internal static class ToolVersion
{
    /// <value>With the commit it was built from, for example <c>0.1.0+3f2a9c1d…</c>.</value>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static readonly Lazy<string> OwnDigest = new(() =>
    {
        // Published as one file, the program is its own assembly.
        var assembly = Path.Combine(AppContext.BaseDirectory, typeof(ToolVersion).Assembly.GetName().Name + ".dll");
        using var stream = File.OpenRead(File.Exists(assembly) ? assembly : Environment.ProcessPath!);
        return Sha256Hex.Of(stream);
    });

    /// <value>SHA-256 of the program's main assembly, in lower-case hexadecimal.</value>
    public static string Digest => OwnDigest.Value;

    /// <summary>A version for people: without the commit.</summary>
    public static string Short(string version) => version.Split('+')[0];
}
