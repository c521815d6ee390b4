using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>Nix expressions that take a channel, or an archive without its hash.</summary>
internal sealed partial class NixFile : IFileInspector
{
    public static bool IsNix(string name) => name.EndsWith(".nix", StringComparison.Ordinal) && name != "flake.nix";

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var code = lines[i].Length > 2000 ? "" : lines[i].Split('#')[0];
            if (Channel().Match(code) is { Success: true } channel)
            {
                facts.Floating.Add(new FloatingFact("nixpkgs", channel.Value, "fetchTarball { url = …; sha256 = \"<hash>\"; }", path, i + 1));
            }
            else if (Tarball().Match(code) is { Success: true } tarball
                && !VersionForm.IsFixedSource(tarball.Groups["url"].Value.Replace(".tar.gz", "", StringComparison.Ordinal)))
            {
                facts.Floating.Add(new FloatingFact(
                    "fetchTarball", Address.Show(tarball.Groups["url"].Value), "fetchTarball { url = …; sha256 = \"<hash>\"; }", path, i + 1));
            }
        }
    }

    [GeneratedRegex(@"<nixpkgs(/[\w./-]*)?>|<nixos(/[\w./-]*)?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Channel();

    [GeneratedRegex(@"fetchTarball\s+\(?""?(?<url>https?://[^\s"")]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tarball();
}
