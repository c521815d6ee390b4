using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Reads the tree: first everything that uses images or builds Dockerfiles, then the Dockerfiles with what their builds pass.</summary>
internal sealed class ImageCollector
{
    private const string Dockerfile = "Dockerfile";

    private readonly GateContext context;
    private readonly ISourceTree tree;
    private readonly PathFilter filter;
    private readonly DockerfileReader dockerfiles;
    private readonly IReadOnlyList<IImageSource> sources;
    private readonly CollectedImages collected = new();
    private readonly HashSet<string> scope;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public ImageCollector(GateContext context, PathFilter filter, DockerfileReader dockerfiles)
    {
        this.context = context;
        tree = context.Tree;
        this.filter = filter;
        this.dockerfiles = dockerfiles;
        scope = [.. tree.Files.Select(file => file.Path).Where(filter.Includes)];
        sources =
        [
            new YamlSource([new KubernetesImages(), new Kustomization(), new ComposeImages(ReadBeside), new WorkflowImages(), new ActionImages()], tree.Exists),
            new DevcontainerImages(),
            new ProjectImages(),
            new BakeImages(),
        ];
    }

    public CollectedImages Collect(CancellationToken cancellationToken)
    {
        foreach (var file in tree.AllFiles.Where(file => filter.Includes(file.Path) && HoldsImages(file.Path)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadText(file.Path, KindOf(file.Path)) is { } text)
            {
                foreach (var source in sources)
                {
                    source.Read(text, collected);
                }
            }
        }

        var builds = collected.Builds.ToLookup(build => build.Dockerfile, StringComparer.Ordinal);
        foreach (var path in Dockerfiles(builds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadText(path, Dockerfile) is { } text)
            {
                dockerfiles.Read(text with { InScope = true }, builds[path], collected);
            }
        }

        Cover();
        return collected;
    }

    /// <summary>What its name makes an image's user, and was not looked at.</summary>
    private void Cover()
    {
        static bool IsOfInterest(string path) => HoldsImages(path) || DockerfileFinder.IsDockerfile(path);
        foreach (var file in tree.Files.Where(file => IsOfInterest(file.Path)))
        {
            if (filter.WhyNot(file.Path) is { } why)
            {
                context.Coverage.LeftOut(why, file.Path);
            }
        }

        // What was read in part only is left out.
        var unseen = collected.Unread
            .Select(file => (file.Path, Reason: file.Unseen(read.Contains(file.Path))))
            .Where(file => file.Reason is not null)
            .ToList();
        unseen.ForEach(file => context.Coverage.LeftOut(file.Reason!, file.Path));
        context.Coverage.Saw(0);
        foreach (var path in read.Except(unseen.Select(file => file.Path), StringComparer.Ordinal))
        {
            context.Coverage.Saw(path);
        }

        context.Coverage.LeftOut(tree, filter, IsOfInterest);
    }

    /// <summary>Those in scope by name, and those that something in scope builds, whatever their name.</summary>
    private IEnumerable<string> Dockerfiles(ILookup<string, BuildCommand> builds)
    {
        var named = scope.Where(DockerfileFinder.IsDockerfile);
        var changed = scope.Where(path => builds.Contains(path));
        var built = builds.Where(group => group.Any(build => build.Source.InScope)
            && filter.Includes(group.Key)
            && tree.Exists(group.Key)).Select(group => group.Key);
        return named.Concat(changed).Concat(built).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static bool HoldsImages(string path) =>
        YamlSource.IsYaml(NameOf(path))
            || YamlSource.IsJson(path)
            || DevcontainerImages.IsDevcontainer(path)
            || ProjectImages.IsProject(path)
            || BakeImages.IsBake(path);

    private static string KindOf(string path) => YamlSource.IsYaml(NameOf(path)) ? "YAML file" : YamlSource.IsJson(path) ? "JSON file" : "file";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private SourceText? ReadText(string path, string kind)
    {
        var inScope = scope.Contains(path);
        try
        {
            using var stream = tree.Open(path);
            var text = kind == Dockerfile
                ? DocumentText.Read(stream, path, new DocumentLimits())
                : DocumentText.ReadUnicode(stream, path, new DocumentLimits());
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                context.Coverage.LeftOut(TextNames.WhyBinary(path, context.Changes), path);
            }
            else
            {
                read.Add(path);
            }

            return new SourceText(path, text, inScope);
        }
        catch (DocumentException e)
        {
            NoteUnread(path, kind, inScope, e);
            return null;
        }
    }

    /// <summary>A file that is no Unicode, or too large. One that has no word of a manifest in it holds no image.</summary>
    private void NoteUnread(string path, string kind, bool inScope, DocumentException e)
    {
        var isUsed = kind == Dockerfile || WorkflowImages.IsWorkflow(path) || ComposeImages.IsComposeName(NameOf(path)) || HasWords(path);
        if (!isUsed)
        {
            read.Add(path);
        }
        else
        {
            var isTooLarge = tree.AllFiles.FirstOrDefault(file => file.Path == path)?.Size > new DocumentLimits().Bytes;
            context.Coverage.LeftOut(isTooLarge ? UnseenReasons.OverLimit : UnseenReasons.Unreadable, path);
        }

        if (isUsed || kind != "JSON file")
        {
            collected.AddUnread(new SourceText(path, "", inScope || kind == Dockerfile), e.Line, kind, e.Reason, certain: isUsed);
        }
    }

    private bool HasWords(string path)
    {
        using var stream = tree.Open(path);
        return ManifestWords.AreIn(stream);
    }

    private string? ReadBeside(string path) => tree.Exists(path) ? ReadText(path, "file")?.Text : null;
}
