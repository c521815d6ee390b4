using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The <c>build:</c> of a compose service, put together from the files that say something of it.</summary>
internal sealed class ComposeBuild(SourceText source, string service, CollectedImages into)
{
    private readonly Dictionary<string, BuildArgument> arguments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> contexts = new(StringComparer.Ordinal);
    private string? folder;
    private string dockerfile = "Dockerfile";
    private string? target;
    private string platforms = "";
    private (string Text, int LinesBefore)? inline;

    /// <param name="chain">The parts, the ground first; the last one has a <c>build</c>.</param>
    public void Read(IReadOnlyList<ComposePart> chain)
    {
        folder = chain[^1].Source.Folder;
        foreach (var part in chain)
        {
            platforms = part.Node.GetText("platform") ?? platforms;
            if (part.Node.Get("build") is { } build)
            {
                Read(build, part);
            }
        }

        var line = chain[^1].Node.Get("build")!.Line;
        foreach (var (name, value) in contexts)
        {
            BuildContexts.Add(source, name, value, $"services.{service}.build", line, into);
        }

        var path = folder is null ? null : RepositoryPath.Join(folder, dockerfile);
        if (path is not null || inline is not null)
        {
            into.Builds.Add(new BuildCommand
            {
                Source = source,
                Line = line,
                Dockerfile = path ?? "",
                Inline = inline,
                Arguments = arguments,
                Contexts = contexts,
                Platforms = BuildAction.Platforms(platforms),
                Target = target,
                Member = service,
                Folder = folder,
            });
        }
    }

    private void Read(DocumentNode build, ComposePart part)
    {
        if ((build.IsString ? build.Text : build.GetText("context")) is { } context)
        {
            folder = RepositoryPath.Join(part.Source.Folder, part.Variables.Expand(context).Text);
        }

        if (build.GetText("dockerfile") is { } file)
        {
            (dockerfile, inline) = (part.Variables.Expand(file).Text, null);
        }

        if (build.Get("dockerfile_inline") is { IsString: true } text && part.Source.Path == source.Path)
        {
            // In a block scalar the text starts on the line after its sign.
            inline = (text.Text, text.EndLine > text.Line ? text.Line : text.Line - 1);
        }

        target = build.GetText("target") is { } stage ? part.Variables.Expand(stage).Text : target;
        platforms = build.Get("platforms") is { Kind: NodeKind.Sequence } list ? string.Join(',', list.Items.Select(item => item.Text)) : platforms;
        ReadArguments(build.Get("args"), part);
        foreach (var (name, value) in Pairs(build.Get("additional_contexts")))
        {
            var expanded = part.Variables.Expand(value ?? "");
            contexts[name] = Contextual(expanded.Reason is null ? expanded.Text : value ?? "");
        }
    }

    private static string Contextual(string value) => value.StartsWith("service:", StringComparison.Ordinal) ? "target:" + value : value;

    private void ReadArguments(DocumentNode? args, ComposePart part)
    {
        foreach (var (name, value) in Pairs(args))
        {
            var origin = FormattableString.Invariant($"build args {name}, {part.Source.Path}:{args!.Line}");
            var (text, reason) = part.Variables.Expand(value ?? "${" + name + "}");
            arguments[name] = new BuildArgument(reason is null ? text : null, origin);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(DocumentNode? node)
    {
        foreach (var entry in node?.Entries ?? [])
        {
            yield return KeyValuePair.Create(entry.Key, entry.Node.Value is null ? null : entry.Node.Text);
        }

        foreach (var item in node?.Items ?? [])
        {
            var equals = item.Text.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? KeyValuePair.Create(item.Text, (string?)null)
                : KeyValuePair.Create(item.Text[..equals], (string?)item.Text[(equals + 1)..]);
        }
    }
}
