using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Finds parts that a pipeline takes from elsewhere at whatever version is there that day: GitLab's includes and CircleCI's orbs.</summary>
internal static class PipelineParts
{
    public static IEnumerable<CommandFact> Open(DocumentNode document)
    {
        var include = document.Get("include");
        var includes = include?.Kind == NodeKind.Sequence ? include.Items : include is null ? [] : [include];
        foreach (var fact in includes.Select(Include).OfType<CommandFact>())
        {
            yield return fact;
        }

        foreach (var orb in document.Get("orbs")?.Entries.Select(entry => entry.Node).Where(node => node.IsString) ?? [])
        {
            if (orb.Text.LastIndexOf('@') is > 0 and var at && !VersionForm.IsWhole(orb.Text[(at + 1)..]) && !orb.Text.Contains("<<", StringComparison.Ordinal))
            {
                yield return Fact("orb", orb.Text, orb.Text[..at] + "@<version>", orb.Line);
            }
        }
    }

    private static CommandFact? Include(DocumentNode include)
    {
        if (include.IsString)
        {
            return include.Text.Contains("://", StringComparison.Ordinal) ? Remote(include) : null;
        }

        if (include.Get("remote") is { } remote && include.Get("integrity") is null)
        {
            return Remote(remote);
        }

        if (include.Get("project") is { } project && !IsFixed(include.Get("ref")?.Text ?? ""))
        {
            return Fact("include project", project.Text, "ref: <40-hex commit>", project.Line);
        }

        return include.Get("component") is { } component && component.Text.LastIndexOf('@') is > 0 and var at && component.Text[(at + 1)..] is var version
            && !IsFixed(version) && !VersionForm.IsWhole(version)
            ? Fact("include component", component.Text, component.Text[..at] + "@<version>", component.Line)
            : null;
    }

    private static CommandFact? Remote(DocumentNode node) => VersionForm.IsFixedSource(node.Text) ? null
        : Fact("include remote", Address.Show(node.Text), "integrity: sha256-<base64>", node.Line);

    private static bool IsFixed(string reference) => Pins.IsCommit(reference) || reference.StartsWith('$');

    private static CommandFact Fact(string tool, string subject, string better, int line) =>
        new() { Problem = "unpinned-install", Tool = tool, Subjects = [subject], Better = better, Line = line };
}
