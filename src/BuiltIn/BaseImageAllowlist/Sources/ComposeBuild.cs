using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The <c>build:</c> of a compose service.</summary>
internal sealed class ComposeBuild(SourceText source, ComposeVariables variables, CollectedImages into)
{
    public void Read(DocumentNode build, string service)
    {
        var context = build.IsString ? build.Text : build.GetText("context") ?? ".";
        var arguments = ReadArguments(build.Get("args"));
        var contexts = Pairs(build.Get("additional_contexts")).ToDictionary(pair => pair.Key, pair => Contextual(pair.Value ?? ""), StringComparer.Ordinal);
        if (build.Get("dockerfile_inline") is { IsString: true } inline)
        {
            // In a block scalar the text starts on the line after its sign.
            var first = inline.EndLine > inline.Line ? inline.Line : inline.Line - 1;
            DockerfileReader.ReadInline(source, inline.Text, first, new BuildSettings { Arguments = arguments, Contexts = contexts }, into);
            return;
        }

        var dockerfile = build.GetText("dockerfile") ?? "Dockerfile";
        if (RepositoryPath.Join(source.Folder, variables.Expand(context).Text, variables.Expand(dockerfile).Text) is { } path)
        {
            into.Builds.Add(new BuildCommand { Source = source, Line = build.Line, Dockerfile = path, Arguments = arguments, Contexts = contexts });
        }

        foreach (var (name, value) in contexts)
        {
            BuildContexts.Add(source, name, value, $"services.{service}.build", build.Line, into);
        }
    }

    private static string Contextual(string value) => value.StartsWith("service:", StringComparison.Ordinal) ? "target:" + value : value;

    private Dictionary<string, BuildArgument> ReadArguments(DocumentNode? args)
    {
        var arguments = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);
        foreach (var (name, value) in Pairs(args))
        {
            var origin = FormattableString.Invariant($"build args {name}, {source.Path}:{args!.Line}");
            var expanded = value is null ? ("", "unset") : variables.Expand(value);
            arguments[name] = new BuildArgument(expanded.Item2 is null ? expanded.Item1 : null, origin);
        }

        return arguments;
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
