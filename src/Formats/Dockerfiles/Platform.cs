using System.Diagnostics.CodeAnalysis;

namespace Gates.Formats.Dockerfiles;

/// <summary>A platform such as <c>linux/arm64</c>, in its normal form.</summary>
internal sealed record Platform(string System, string Architecture, string Variant)
{
    public static Platform Default { get; } = new("linux", "amd64", "");

    public override string ToString() => System + "/" + Architecture + (Variant.Length > 0 ? "/" + Variant : "");

    /// <summary>Reads <c>os/architecture</c> or <c>os/architecture/variant</c>, with the usual other names of architectures.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Platform? platform)
    {
        var parts = text.ToLowerInvariant().Split('/');
        platform = null;
        if (parts.Length is < 2 or > 3 || parts.Any(part => part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')))
        {
            return false;
        }

        var (architecture, variant) = Normalise(parts[1], parts.Length == 3 ? parts[2] : "");
        platform = new Platform(parts[0] == "macos" ? "darwin" : parts[0], architecture, variant);
        return true;
    }

    private static (string Architecture, string Variant) Normalise(string architecture, string variant) => (architecture, variant) switch
    {
        ("i386", _) => ("386", ""),
        ("x86_64" or "x86-64" or "amd64", "v1") => ("amd64", ""),
        ("x86_64" or "x86-64", _) => ("amd64", variant),
        ("aarch64" or "arm64", "8" or "v8" or "") => ("arm64", ""),
        ("aarch64", _) => ("arm64", variant),
        ("armhf", _) => ("arm", "v7"),
        ("armel", _) => ("arm", "v6"),
        ("arm", "" or "7") => ("arm", "v7"),
        ("arm", "5" or "6" or "8") => ("arm", "v" + variant),
        _ => (architecture, variant),
    };
}
