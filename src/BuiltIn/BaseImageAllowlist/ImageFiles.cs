using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Reads files as those who use them do, and notes what cannot be read.</summary>
/// <param name="context">The repository, and what was seen of it.</param>
/// <param name="scope">The files that the gate is asked about.</param>
/// <param name="collected">Takes what cannot be read.</param>
internal sealed class ImageFiles(GateContext context, IReadOnlySet<string> scope, CollectedImages collected)
{
    public const string Dockerfile = "Dockerfile";
    public const string YamlFile = "YAML file";

    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    /// <value>What was looked at.</value>
    public IReadOnlySet<string> Done => done;

    public static string KindOf(string path) => YamlSource.IsYaml(NameOf(path)) ? YamlFile : YamlSource.IsJson(path) ? "JSON file" : "file";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A file's text; <see langword="null"/> when it has none, which is noted.</summary>
    public SourceText? Read(string path, string kind)
    {
        var inScope = scope.Contains(path);
        try
        {
            using var stream = context.Tree.Open(path);
            var text = kind == Dockerfile ? ReadDockerfile(stream, path)
                : ScriptFiles.IsScript(path) ? DockerfileText.Read(stream, path, new DocumentLimits()).Text
                : DocumentText.ReadUnicode(stream, path, new DocumentLimits());
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                context.Coverage.LeftOut(TextNames.WhyBinary(path, context.Changes), path);
            }
            else
            {
                done.Add(path);
            }

            return new SourceText(path, text, inScope);
        }
        catch (DocumentException e)
        {
            NoteUnread(path, kind, inScope, e);
            return null;
        }
    }

    /// <summary>What no builder reads is an error; what it would pull if one did is looked at all the same.</summary>
    private string ReadDockerfile(Stream stream, string path)
    {
        var (text, refusal) = DockerfileText.Read(stream, path, new DocumentLimits());
        if (refusal is not null)
        {
            collected.AddUnread(new SourceText(path, "", InScope: true), 1, Dockerfile, refusal, certain: true);
        }

        return text;
    }

    /// <summary>A file that is no Unicode, or too large. One that has no word of a manifest in it holds no image.</summary>
    private void NoteUnread(string path, string kind, bool inScope, DocumentException e)
    {
        var isUsed = kind == Dockerfile || WorkflowImages.IsWorkflow(path) || ComposeImages.IsComposeName(NameOf(path))
            || PipelineKinds.Of(path) is not null || HasWords(path);
        if (!isUsed)
        {
            done.Add(path);
        }
        else
        {
            var isTooLarge = context.Tree.AllFiles.FirstOrDefault(file => file.Path == path)?.Size > new DocumentLimits().Bytes;
            context.Coverage.LeftOut(isTooLarge ? UnseenReasons.OverLimit : UnseenReasons.Unreadable, path);
        }

        if (isUsed || kind != "JSON file")
        {
            collected.AddUnread(new SourceText(path, "", inScope || kind == Dockerfile), e.Line, kind, e.Reason, certain: isUsed);
        }
    }

    private bool HasWords(string path)
    {
        using var stream = context.Tree.Open(path);
        return ManifestWords.AreIn(stream);
    }
}
