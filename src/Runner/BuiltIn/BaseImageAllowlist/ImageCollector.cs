using Gates.Runner.BuiltIn.BaseImageAllowlist.Sources;
using Gates.Runner.Dockerfiles;
using Gates.Runner.Documents;

namespace Gates.Runner.BuiltIn.BaseImageAllowlist;

/// <summary>Reads the tree: first everything that uses images or builds Dockerfiles, then the Dockerfiles with what their builds pass.</summary>
internal sealed class ImageCollector
{
    private readonly GateContext context;
    private readonly ISourceTree tree;
    private readonly PathFilter filter;
    private readonly DockerfileReader dockerfiles;
    private readonly IReadOnlyList<IImageSource> sources;
    private readonly Collected collected = new();
    private readonly HashSet<string> scope;

    public ImageCollector(GateContext context, PathFilter filter, DockerfileReader dockerfiles)
    {
        this.context = context;
        tree = context.Tree;
        this.filter = filter;
        this.dockerfiles = dockerfiles;
        scope = [.. tree.Files.Select(file => file.Path).Where(filter.Includes)];
        sources =
        [
            new YamlSource([new KubernetesImages(), new ComposeImages(ReadBeside), new WorkflowImages(), new ActionImages()], tree.Exists),
            new DevcontainerImages(),
            new ProjectImages(),
            new BakeImages(),
        ];
    }

    public Collected Collect(CancellationToken cancellationToken)
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
            if (ReadText(path, "Dockerfile") is { } text)
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

        context.Coverage.Saw(0);
        context.Coverage.LeftOut(tree, filter, IsOfInterest);
    }

    /// <summary>Those in scope by name, and those that something in scope builds, whatever their name.</summary>
    private IEnumerable<string> Dockerfiles(ILookup<string, BuildCommand> builds)
    {
        var named = scope.Where(DockerfileFinder.IsDockerfile);
        var changed = scope.Where(path => builds.Contains(path));
        var built = builds.Where(group => group.Any(build => build.Source.InScope) && filter.Includes(group.Key) && tree.Exists(group.Key)).Select(group => group.Key);
        return named.Concat(changed).Concat(built).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static bool HoldsImages(string path) =>
        YamlSource.IsYaml(path) || DevcontainerImages.IsDevcontainer(path) || ProjectImages.IsProject(path) || BakeImages.IsBake(path);

    private static string KindOf(string path) => YamlSource.IsYaml(path) ? "YAML file" : "file";

    private SourceText? ReadText(string path, string kind)
    {
        var inScope = scope.Contains(path);
        try
        {
            using var stream = tree.Open(path);
            var text = DocumentText.Read(stream, path, new DocumentLimits());
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                context.Coverage.LeftOut(TextNames.WhyBinary(path, context.Changes), path);
            }
            else
            {
                context.Coverage.Saw(path);
            }

            return new SourceText(path, text, inScope);
        }
        catch (DocumentException e)
        {
            var certain = kind == "Dockerfile" || WorkflowImages.IsWorkflow(path);
            if (certain)
            {
                context.Coverage.Saw(path);
            }
            else
            {
                var tooLarge = tree.AllFiles.FirstOrDefault(file => file.Path == path)?.Size > new DocumentLimits().Bytes;
                context.Coverage.LeftOut(tooLarge ? UnseenReasons.OverLimit : TextNames.WhyBinary(path, context.Changes), path);
            }

            collected.AddUnread(new SourceText(path, "", inScope || kind == "Dockerfile"), e.Line, kind, e.Reason, certain);
            return null;
        }
    }

    private string? ReadBeside(string path) => tree.Exists(path) ? ReadText(path, "file")?.Text : null;
}
