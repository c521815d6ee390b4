using System.Text.RegularExpressions;
using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Hcl;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Builds of bake files, in JSON and in HCL. Functions and conditions are not evaluated: what comes of them is only known to the run.</summary>
internal sealed partial class BakeImages : IImageSource
{
    private const int MaxInherits = 20;

    public static bool IsBake(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("docker-bake", StringComparison.Ordinal)
            && (name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".hcl", StringComparison.Ordinal));
    }

    public void Read(SourceText source, CollectedImages into)
    {
        if (IsBake(source.Path))
        {
            ReadNamed(source, into);
        }
    }

    /// <summary>A file that something calls a bake file, whatever its name.</summary>
    public static void ReadNamed(SourceText source, CollectedImages into)
    {
        try
        {
            var isJson = source.Text.AsSpan().TrimStart() is ['{', ..];
            new BakeFile(isJson ? JsonReader.Read(source.Text, source.Path) : HclReader.Read(source.Text, source.Path), source, into).Read();
        }
        catch (DocumentException e)
        {
            into.AddUnread(source, e.Line, "bake file", e.Reason, certain: true);
        }
    }

    private sealed class BakeFile(DocumentNode root, SourceText source, CollectedImages into)
    {
        private readonly Dictionary<string, string?> variables = new(StringComparer.Ordinal);

        public void Read()
        {
            into.AddFile(source);
            foreach (var variable in root.Get("variable")?.Entries ?? [])
            {
                variables[variable.Key] = variable.Node.Get("default") is { Kind: NodeKind.Scalar, Value: not null } value ? Expand(value.Text) : null;
            }

            foreach (var target in root.Get("target")?.Entries ?? [])
            {
                Read(target, [.. Chain(target.Key, 0).Append(target.Node)]);
            }
        }

        /// <summary>What a target inherits, the ground first.</summary>
        private IEnumerable<DocumentNode> Chain(string name, int depth)
        {
            foreach (var parent in depth < MaxInherits ? root.Get("target")?.Get(name)?.Get("inherits")?.Items ?? [] : [])
            {
                foreach (var node in Chain(parent.Text, depth + 1))
                {
                    yield return node;
                }

                if (root.Get("target")?.Get(parent.Text) is { } ground)
                {
                    yield return ground;
                }
            }
        }

        private void Read(DocumentEntry target, DocumentNode[] chain)
        {
            var arguments = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);
            foreach (var pair in chain.SelectMany(node => Texts(node.Get("args"))))
            {
                arguments[pair.Key] = new BuildArgument(
                    pair.Node.Value is null ? null : Expand(pair.Node.Text), FormattableString.Invariant($"args {pair.Key}, {source.Path}:{pair.Line}"));
            }

            var contexts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in chain.SelectMany(node => Texts(node.Get("contexts"))))
            {
                contexts[pair.Key] = Expand(pair.Node.Text) ?? pair.Node.Text;
            }

            foreach (var (name, value) in contexts)
            {
                BuildContexts.Add(source, name, value, $"target.{target.Key}", target.Line, into);
            }

            var inline = chain.Select(node => node.Get("dockerfile-inline")).LastOrDefault(node => node is not null);
            var folder = Last(chain, "context", ".") is { } context ? RepositoryPath.Join(source.Folder, context) : null;
            var platforms = chain.Select(node => node.Get("platforms")).LastOrDefault(node => node is not null)?.Items ?? [];
            into.Builds.Add(new BuildCommand
            {
                Source = source,
                Line = target.Line,
                Dockerfile = folder is not null && Last(chain, "dockerfile", "Dockerfile") is { } file ? RepositoryPath.Join(folder, file) : null,
                // JSON has no line breaks in strings, so every line of it stands on the key's line.
                Inline = inline is { IsString: true } ? (inline.Text, inline.Line - 1) : null,
                Arguments = arguments,
                Contexts = contexts,
                Platforms = BuildAction.Platforms(string.Join(',', platforms.Select(item => Expand(item.Text)))),
                Target = Last(chain, "target", ""),
                Member = target.Key,
                Folder = folder,
            });
        }

        private string? Last(DocumentNode[] chain, string key, string otherwise)
        {
            var text = chain.Select(node => node.GetText(key)).LastOrDefault(text => text is not null);
            return text is null ? otherwise.Length == 0 ? null : otherwise : Expand(text);
        }

        /// <summary>The text with its variables' defaults; <see langword="null"/> when it depends on more.</summary>
        private string? Expand(string text)
        {
            var expanded = Reference().Replace(text, match => variables.GetValueOrDefault(match.Groups[1].Value) ?? match.Value);
            return expanded.Contains("${", StringComparison.Ordinal) || expanded.Contains("%{", StringComparison.Ordinal) ? null : expanded;
        }
    }

    private static IEnumerable<DocumentEntry> Texts(DocumentNode? node) => node?.Entries.Where(entry => entry.Node.Kind == NodeKind.Scalar) ?? [];

    [GeneratedRegex(@"\$\{\s*([A-Za-z_][A-Za-z0-9_-]*)\s*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();
}
