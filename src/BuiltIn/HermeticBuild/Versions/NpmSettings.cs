using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Versions;

/// <summary>An <c>.npmrc</c> that switches the lock file off, so that every install takes what is the newest that day.</summary>
internal sealed partial class NpmSettings : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        foreach (var match in Off().Matches(text).AsEnumerable())
        {
            var key = match.Groups["key"].Value;
            facts.Commands.Add(new CommandFact
            {
                Problem = "ignored-lock",
                Tool = key + "=false",
                Subjects = [key == "lockfile" ? "pnpm-lock.yaml" : "package-lock.json"],
                Better = key + "=true",
                Where = "manifest",
                Path = path,
                Line = text.AsSpan(0, match.Groups["key"].Index).Count('\n') + 1,
            });
        }
    }

    [GeneratedRegex(@"^[ \t]*(?<key>package-lock|shrinkwrap|lockfile)[ \t]*=[ \t]*false[ \t]*\r?$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Off();
}
