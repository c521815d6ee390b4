using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Builds of <c>docker-bake.json</c>. The HCL form is only pointed out: it is a language of its own.</summary>
internal sealed class BakeImages : IImageSource
{
    public static bool IsBake(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("docker-bake", StringComparison.Ordinal)
            && (name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".hcl", StringComparison.Ordinal));
    }

    public void Read(SourceText source, CollectedImages into)
    {
        if (!IsBake(source.Path))
        {
            return;
        }

        if (source.Name.EndsWith(".hcl", StringComparison.Ordinal))
        {
            into.AddUnread(
                source,
                1,
                "bake file",
                "bake files in HCL are not evaluated; state what they pass in `build-args`, or write docker-bake.json",
                certain: false);
            return;
        }

        try
        {
            into.AddFile(source);
            foreach (var target in JsonReader.Read(source.Text, source.Path).Get("target")?.Entries ?? [])
            {
                ReadTarget(target, source, into);
            }
        }
        catch (DocumentException e)
        {
            into.AddUnread(source, e.Line, "bake file", e.Reason, certain: true);
        }
    }

    private static void ReadTarget(DocumentEntry target, SourceText source, CollectedImages into)
    {
        var arguments = Texts(target.Node.Get("args")).ToDictionary(
            pair => pair.Key,
            pair => new BuildArgument(
                pair.Node.Value is null || pair.Node.Text.Contains("${", StringComparison.Ordinal) ? null : pair.Node.Text,
                FormattableString.Invariant($"args {pair.Key}, {source.Path}:{pair.Line}")),
            StringComparer.Ordinal);
        var contexts = Texts(target.Node.Get("contexts")).ToDictionary(pair => pair.Key, pair => pair.Node.Text, StringComparer.Ordinal);
        foreach (var (name, value) in contexts)
        {
            BuildContexts.Add(source, name, value, $"target.{target.Key}", target.Line, into);
        }

        if (target.Node.Get("dockerfile-inline") is { IsString: true } inline)
        {
            // JSON has no line breaks in strings, so every line of it stands on the key's line.
            DockerfileReader.ReadInline(source, inline.Text, inline.Line - 1, new BuildSettings { Arguments = arguments, Contexts = contexts }, into);
        }
        else if (RepositoryPath.Join(source.Folder, target.Node.GetText("context") ?? ".", target.Node.GetText("dockerfile") ?? "Dockerfile") is { } path)
        {
            var platforms = string.Join(',', target.Node.Get("platforms")?.Items.Select(item => item.Text) ?? []);
            into.Builds.Add(new BuildCommand
            {
                Source = source,
                Line = target.Line,
                Dockerfile = path,
                Arguments = arguments,
                Contexts = contexts,
                Platforms = BuildAction.Platforms(platforms),
            });
        }
    }

    private static IEnumerable<DocumentEntry> Texts(DocumentNode? node) => node?.Entries.Where(entry => entry.Node.Kind == NodeKind.Scalar) ?? [];
}
