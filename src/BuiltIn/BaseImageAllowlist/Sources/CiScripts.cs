using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>
/// Builds in the scripts of other YAML: GitLab, CircleCI, Azure Pipelines, Cloud Build, Taskfiles and their like, known by the keys that hold commands.
/// </summary>
internal sealed class CiScripts : IYamlImages
{
    private const int MaxDepth = 30;

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "before_script", "after_script", "run", "command", "commands", "cmd", "cmds", "bash", "pwsh", "powershell", "inlineScript",
        "before_install", "install", "after_success", "deploy", "sh",
    };

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (document.GetText("apiVersion")?.StartsWith("skaffold/", StringComparison.Ordinal) == true)
        {
            ReadSkaffold(document, source, into);
        }

        if (document.Get("apiVersion") is null && !WorkflowImages.IsWorkflow(source.Path) && source.Name is not ("action.yml" or "action.yaml"))
        {
            var variables = new ScriptVariables();
            foreach (var entry in (document.Get("variables") ?? document.Get("vars") ?? document.Get("substitutions"))?.Entries ?? [])
            {
                variables.Replace(entry.Key, entry.Node is { Kind: NodeKind.Scalar, Value: not null } ? variables.Expand(entry.Node.Text) : null);
            }

            Walk(document, false, 0, new Place(source, into, variables));
        }
    }

    /// <summary>The artifacts of Skaffold, in its profiles too; its templates are only known to the run.</summary>
    private static void ReadSkaffold(DocumentNode document, SourceText source, CollectedImages into)
    {
        foreach (var artifact in (document.Get("profiles")?.Items ?? []).Prepend(document)
            .SelectMany(part => part.Get("build")?.Get("artifacts")?.Items ?? []))
        {
            foreach (var builder in (string[])["docker", "kaniko"])
            {
                if (artifact.Get(builder) is not { } docker)
                {
                    continue;
                }

                var context = artifact.GetText("context") ?? ".";
                var arguments = (docker.Get("buildArgs")?.Entries ?? [])
                    .Select(entry => " --build-arg " + Quote(entry.Key + "=" + entry.Node.Text.Replace("{{", "${{", StringComparison.Ordinal)));
                var target = docker.GetText("target") is { } stage ? " --target " + Quote(stage) : "";
                var file = context + "/" + (docker.GetText("dockerfile") ?? "Dockerfile");
                var text = $"docker build{target}{string.Concat(arguments)} -f {Quote(file)} {Quote(context)}";
                BuildScript.Read(text, docker.Get("buildArgs")?.Line ?? docker.Line, source.Folder, source, into);
            }
        }
    }

    private static void Walk(DocumentNode node, bool isScript, int depth, Place place)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (node is { Kind: NodeKind.Scalar } && isScript)
        {
            Read(node.Text, node, place);
        }

        foreach (var item in node.Items)
        {
            Walk(item, isScript, depth + 1, place);
        }

        ReadStep(node, place);
        foreach (var entry in node.Entries)
        {
            // Below a key that holds commands a map's own keys say which are commands.
            Walk(entry.Node, Keys.Contains(entry.Key), depth + 1, place);
        }
    }

    /// <summary>Steps that give a builder's arguments in keys of their own: those of Cloud Build and the Docker task of Azure Pipelines.</summary>
    private static void ReadStep(DocumentNode node, Place place)
    {
        if (node.GetText("name") is { } name && node.Get("args") is { Kind: NodeKind.Sequence } args)
        {
            var tool = node.GetText("entrypoint") is { } entry ? ToolCommand.NameOf(entry)
                : name.Contains("kaniko", StringComparison.Ordinal) ? "executor" : ToolCommand.NameOf(name.Split(':', '@')[0]);
            Read(tool + " " + string.Join(' ', args.Items.Select(item => Quote(item.Text))), args, place);
        }
        else if (node.GetText("task")?.StartsWith("Docker@", StringComparison.OrdinalIgnoreCase) == true && node.Get("inputs") is { } inputs)
        {
            var file = inputs.GetText("Dockerfile") ?? inputs.GetText("dockerfile") ?? "Dockerfile";
            var isGlob = file.Contains('*', StringComparison.Ordinal);
            Read($"docker build {inputs.GetText("arguments")} -f {Quote(isGlob ? "$FILE" : file)} .", inputs, place);
        }
    }

    private static void Read(string text, DocumentNode node, Place place)
    {
        // A Taskfile's own expressions are only known to the run, as GitHub's are.
        var script = text.Contains("${{", StringComparison.Ordinal) ? text : text.Replace("{{", "${{", StringComparison.Ordinal);
        var firstLine = node.EndLine > node.Line ? node.Line + 1 : node.Line;
        var folder = place.Source.Folder.StartsWith('.') ? "" : place.Source.Folder;
        BuildScript.Read(script, firstLine, folder, place.Source, place.Into, place.Variables.Copy());
    }

    private static string Quote(string text) => text.Contains('$', StringComparison.Ordinal) ? "\"" + text + "\"" : "'" + text + "'";

    private sealed record Place(SourceText Source, CollectedImages Into, ScriptVariables Variables);
}
