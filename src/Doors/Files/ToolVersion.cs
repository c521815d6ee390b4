using System.Reflection;
using Gates.Formats.Foundation;

namespace Gates.Doors.Files;

/// <summary>The version of this program, as its build wrote it.</summary>
internal static class ToolVersion
{
    /// <value>With the commit it was built from, for example <c>0.1.0+3f2a9c1d…</c>.</value>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static readonly Lazy<string> OwnDigest = new(() => DigestOf(AppContext.BaseDirectory, Environment.ProcessPath!));

    /// <value>What this program is; see <see cref="DigestOf"/>.</value>
    public static string Digest => OwnDigest.Value;

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the program when it is one file; else of the list of its own assemblies as sha256sum(1) writes it, so that
    /// anybody gets the same with <c>sha256sum Gates.*.dll gates.dll | sha256sum</c>.
    /// </summary>
    public static string DigestOf(string folder, string program)
    {
        var assemblies = Directory.GetFiles(folder, "Gates.*.dll")
            .Append(Path.Combine(folder, "gates.dll"))
            .Where(File.Exists)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (assemblies.Count == 0)
        {
            return Of(program);
        }

        var list = string.Concat(assemblies.Select(path => $"{Of(path)}  {Path.GetFileName(path)}\n"));
        return Sha256Hex.Of(list);
    }

    private static string Of(string path)
    {
        using var stream = File.OpenRead(path);
        return Sha256Hex.Of(stream);
    }

    /// <summary>A version for people: without the commit.</summary>
    public static string Short(string version) => version.Split('+')[0];
}
