using System.Text.Json;
using Gates.Formats.Dockerfiles;

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

        var build = root.TryGetProperty("build", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        if ((Text(build, "dockerfile") ?? Text(root, "dockerFile")) is { } dockerfile && RepositoryPath.Join(source.Folder, dockerfile) is { } path)
        {
            into.Builds.Add(new BuildCommand { Source = source, Line = LineOf("build", source), Dockerfile = path, Arguments = Arguments(build, source) });
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

        return arguments;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The first line that holds the key in quotes; the reader of comments gives no places.</summary>
    private static int LineOf(string key, SourceText source) => source.LineAt(source.Text.IndexOf("\"" + key + "\"", StringComparison.Ordinal));
}
