using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The image or the build of a development container.</summary>
internal sealed class DevcontainerImages : IImageSource
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static bool IsDevcontainer(string path) =>
        path.EndsWith("/devcontainer.json", StringComparison.Ordinal)
            || path is "devcontainer.json" or ".devcontainer.json"
            || path.EndsWith("/.devcontainer.json", StringComparison.Ordinal);

    public void Read(SourceText source, CollectedImages into)
    {
        if (!IsDevcontainer(source.Path))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(source.Text, Lenient);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                into.AddFile(source);
                Read(document.RootElement, source, into);
            }
        }
        catch (JsonException e)
        {
            into.AddUnread(source, (int)(e.LineNumber ?? 0) + 1, "devcontainer.json", "it is not JSON with comments", certain: true);
        }
    }

    private static void Read(JsonElement root, SourceText source, CollectedImages into)
    {
        if (Text(root, "image") is { } image)
        {
            var line = LineOf("image", source);
            if (image.Contains("${", StringComparison.Ordinal))
            {
                into.AddUnknown(source, "devcontainer image", image, "image", line, "the variable is only known to the editor; write the image");
            }
            else
            {
                into.AddImage(source, "devcontainer image", image, "image", line);
            }
        }

        ReadFeatures(root, source, into);
        var build = root.TryGetProperty("build", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        if ((Text(build, "dockerfile") ?? Text(root, "dockerFile")) is { } dockerfile && RepositoryPath.Join(source.Folder, dockerfile) is { } path)
        {
            into.Builds.Add(new BuildCommand
            {
                Source = source,
                Line = LineOf("build", source),
                Dockerfile = path,
                Arguments = Arguments(build, source),
                Target = Text(build, "target"),
            });
        }

        if (root.TryGetProperty("dockerComposeFile", out var files))
        {
            var names = files.ValueKind == JsonValueKind.Array ? files.EnumerateArray().ToList() : [files];
            into.NamedFiles.UnionWith(names.Where(name => name.ValueKind == JsonValueKind.String)
                .Select(name => RepositoryPath.Join(source.Folder, name.GetString()!)).OfType<string>());
        }
    }

    /// <summary>Features are artifacts of a registry, whose scripts run as root while the container is made. A path is one of this repository.</summary>
    private static void ReadFeatures(JsonElement root, SourceText source, CollectedImages into)
    {
        if (!root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var feature in features.EnumerateObject().Where(one => !one.Name.StartsWith('.') && one.Name.Contains('/', StringComparison.Ordinal)))
        {
            if (feature.Name.Contains("://", StringComparison.Ordinal))
            {
                into.AddUnread(source, LineOf(feature.Name, source), "devcontainer feature", $"{feature.Name} is an archive, and no "
                    + $"registry's", certain: false);
            }
            else
            {
                into.AddImage(source, "devcontainer feature", feature.Name, "features", LineOf(feature.Name, source));
            }
        }
    }

    private static Dictionary<string, BuildArgument> Arguments(JsonElement build, SourceText source)
    {
        var arguments = new Dictionary<string, BuildArgument>(StringComparer.Ordinal);
        if (build.ValueKind == JsonValueKind.Object && build.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Object)
        {
            foreach (var arg in args.EnumerateObject())
            {
                var value = arg.Value.ValueKind == JsonValueKind.String ? arg.Value.GetString()! : arg.Value.GetRawText();
                var origin = FormattableString.Invariant($"build.args {arg.Name}, {source.Path}:{LineOf(arg.Name, source)}");
                arguments[arg.Name] = new BuildArgument(value.Contains("${", StringComparison.Ordinal) ? null : value, origin);
            }
        }

        AddOptions(build, source, arguments);
        return arguments;
    }

    /// <summary>Build arguments among the options that go to the builder as they stand.</summary>
    private static void AddOptions(JsonElement build, SourceText source, Dictionary<string, BuildArgument> arguments)
    {
        if (build.ValueKind != JsonValueKind.Object || !build.TryGetProperty("options", out var options) || options.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var line = LineOf("options", source);
        var words = options.EnumerateArray().Where(option => option.ValueKind == JsonValueKind.String)
            .SelectMany(option => option.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => new ShellWord(word, line, word.Contains("${", StringComparison.Ordinal), []))
            .ToList();
        foreach (var argument in CommandOptions.Read(words, 0, ToolOptions.Build).All("--build-arg"))
        {
            var (name, value) = ImageBuild.Pair(argument, new ScriptVariables());
            arguments[name] = new BuildArgument(value, FormattableString.Invariant($"build.options {name}, {source.Path}:{line}"));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The first line that holds the key in quotes; the reader of comments gives no places.</summary>
    private static int LineOf(string key, SourceText source) => source.LineAt(source.Text.IndexOf("\"" + key + "\"", StringComparison.Ordinal));
}
