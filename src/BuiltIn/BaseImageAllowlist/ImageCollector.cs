using System.Text.RegularExpressions;
using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Jenkinsfiles;
using Gates.Formats.Shell;
using Gates.Pipeline;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Reads the tree: first everything that uses images or builds Dockerfiles, then the Dockerfiles with what their builds pass.</summary>
internal sealed class ImageCollector
{
    /// <summary>More builds than this nobody describes who means them.</summary>
    private const int MaxBuilds = 10_000;

    private readonly GateContext context;
    private readonly ISourceTree tree;
    private readonly PathFilter filter;
    private readonly DockerfileReader dockerfiles;
    private readonly IReadOnlyList<IImageSource> sources;
    private readonly ComposeImages compose;
    private readonly CollectedImages collected = new();
    private readonly HashSet<string> scope;
    private readonly ImageFiles texts;

    public ImageCollector(GateContext context, PathFilter filter, DockerfileReader dockerfiles)
    {
        this.context = context;
        tree = context.Tree;
        this.filter = filter;
        this.dockerfiles = dockerfiles;
        scope = [.. tree.Files.Select(file => file.Path).Where(filter.Includes)];
        texts = new ImageFiles(context, scope, collected);
        compose = new ComposeImages(ReadBeside);
        sources =
        [
            new YamlSource(
                [
                    new ManifestImages(), new Kustomization(ReadNamed), new PipelineImages(),
                    compose, new WorkflowImages(), new ActionImages(), new CiScripts(),
                ],
                tree.Exists),
            new JenkinsImages(),
            new DevcontainerImages(),
            new ProjectImages(),
            new BakeImages(),
            new ScriptFiles(),
            new EarthlyImages(),
            new TemplateFiles(tree.Exists),
        ];
    }

    /// <value>The charts that were rendered. Default: none.</value>
    public RenderedCharts Charts { get; init; } = RenderedCharts.None;

    /// <value>Whether a file in other people's folders is read all the same when one of ours builds or takes it in.</value>
    public bool ReadsOthersFoldersWhenNamed { get; init; }

    public CollectedImages Collect(CancellationToken cancellationToken)
    {
        foreach (var file in tree.AllFiles.Where(file => filter.Includes(file.Path) && (HoldsImages(file.Path) || IsShellScript(file.Path))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (texts.Read(file.Path, ImageFiles.KindOf(file.Path)) is { } text)
            {
                foreach (var source in sources)
                {
                    Guarded(text, () => source.Read(text, collected));
                }
            }
        }

        new ChartImages(tree, filter, path => texts.Read(path, "file"), Charts).Read(collected, cancellationToken);
        ReadNamedFiles();
        new IncludedFiles(tree, path => IncludesNamed(path) ? texts.Read(path, ImageFiles.YamlFile) : null).Read(collected);
        var all = collected.Builds.Concat(collected.Groups.SelectMany(group => group.Apply(collected.Builds))).Take(MaxBuilds + 1).ToList();
        if (all.Count > MaxBuilds)
        {
            throw new EvaluationException(FormattableString.Invariant(
                $"base-image-allowlist: more than {MaxBuilds} builds are described; narrow `paths` or `exclude` what does not build"));
        }

        ReadDockerfiles(all, cancellationToken);
        NoteUnknown(all);
        foreach (var inline in all.Where(build => build.Inline is not null)
            .GroupBy(build => (build.Source, build.Inline!.Value.Text, build.Inline.Value.LinesBefore)))
        {
            dockerfiles.ReadInline(inline.Key.Source, inline.Key.Text, inline.Key.LinesBefore, inline, collected);
        }

        collected.SetReplacedAside();
        Cover();
        return collected;
    }

    /// <summary>Compose and bake files that go by another name, and so were not known as such.</summary>
    private void ReadNamedFiles()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (collected.NamedFiles.FirstOrDefault(path => !done.Contains(path)) is { } path)
        {
            done.Add(path);
            if (!tree.Exists(path) || !IncludesNamed(path) || texts.Read(path, "file") is not { } text || collected.Holds(text))
            {
                continue;
            }

            if (path.EndsWith(".hcl", StringComparison.Ordinal) || text.Text.Contains("\"target\"", StringComparison.Ordinal))
            {
                BakeImages.ReadNamed(text, collected);
            }
            else
            {
                compose.ReadNamed(text, collected);
            }
        }
    }

    private void ReadDockerfiles(List<BuildCommand> all, CancellationToken cancellationToken)
    {
        var builds = all.Where(build => build is { Inline: null, Dockerfile: not null }).ToLookup(build => build.Dockerfile!, StringComparer.Ordinal);
        var ofAny = all.Where(build => build is { Inline: null, Dockerfile: null } && build.Arguments.Count + build.Contexts.Count > 0).ToList();
        foreach (var path in Dockerfiles(builds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isKnown = builds.Contains(path) || DockerfileFinder.IsDockerfile(path);
            if (texts.Read(path, ImageFiles.Dockerfile) is { } text && (isKnown || DockerfileFinder.LooksLike(text.Text)))
            {
                // A build of a Dockerfile that only the run knows may be of any that has what it passes.
                var others = ofAny.Where(build => build.Arguments.Keys.Concat(build.Contexts.Keys)
                    .Any(name => name == BuildSettings.AnyArgument || text.Text.Contains(name, StringComparison.Ordinal)));
                dockerfiles.Read(text with { InScope = true }, builds[path].Concat(others), collected);
            }
        }
    }

    /// <summary>A build of a Dockerfile that nobody can tell here is said, once for a file.</summary>
    private void NoteUnknown(List<BuildCommand> all)
    {
        // A script is read as if it ran in one folder and in another: one that finds its Dockerfile is enough.
        foreach (var build in all.GroupBy(build => (build.Source.Path, build.Line))
            .Where(builds => builds.All(build => build is { Inline: null, Dockerfile: null }))
            .Select(builds => builds.First())
            .DistinctBy(build => build.Source.Path))
        {
            collected.AddUnread(build.Source, build.Line, UnreadFile.Build, "which Dockerfile is built is only known to the run, or it is not in the "
                + "repository; a Dockerfile of a usual name is judged by itself", certain: false);
        }
    }

    private void Guarded(SourceText text, Action read)
    {
        try
        {
            read();
        }
        catch (RegexMatchTimeoutException)
        {
            collected.AddUnread(text, 1, "file", "it takes too long to read, as only a text made for that does", certain: true);
        }
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
            .Select(file => (file.Path, Reason: file.Unseen(texts.Done.Contains(file.Path))))
            .Where(file => file.Reason is not null)
            .ToList();
        unseen.ForEach(file => context.Coverage.LeftOut(file.Reason!, file.Path));
        context.Coverage.Saw(0);
        foreach (var path in texts.Done.Except(unseen.Select(file => file.Path), StringComparer.Ordinal))
        {
            context.Coverage.Saw(path);
        }

        context.Coverage.LeftOut(tree, filter, IsOfInterest);
    }

    /// <summary>Those in scope by name, and those that something in scope builds, whatever their name.</summary>
    private IEnumerable<string> Dockerfiles(ILookup<string, BuildCommand> builds)
    {
        var named = scope.Where(DockerfileFinder.MayBeDockerfile);
        var changed = scope.Where(path => builds.Contains(path));
        var built = builds.Where(group => group.Any(build => build.Source.InScope)
            && IncludesNamed(group.Key)
            && tree.Exists(group.Key)).Select(group => group.Key);
        return named.Concat(changed).Concat(built).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static bool HoldsImages(string path) =>
        YamlSource.IsYaml(ImageFiles.NameOf(path))
            || YamlSource.IsJson(path)
            || DevcontainerImages.IsDevcontainer(path)
            || ProjectImages.IsProject(path)
            || BakeImages.IsBake(path)
            || ScriptFiles.IsScript(path)
            || JenkinsSteps.IsJenkinsfile(path)
            || EarthlyImages.IsEarthfile(path)
            || TemplateFiles.IsTemplate(path);

    private bool IsShellScript(string path)
    {
        if (!Shebang.IsNeeded(path) || DockerfileFinder.IsDockerfile(path))
        {
            return false;
        }

        using var stream = tree.Open(path);
        return Shebang.IsShell(stream);
    }

    private bool IncludesNamed(string path) => filter.Includes(path) || ReadsOthersFoldersWhenNamed && filter.WhyNot(path) == UnseenReasons.Exclude;

    /// <summary>A file that a kustomization names, unless it is an object that is read by itself.</summary>
    private SourceText? ReadNamed(string path, SourceText by)
    {
        if (!tree.Exists(path) || !IncludesNamed(path) || texts.Read(path, ImageFiles.YamlFile) is not { } file)
        {
            return null;
        }

        var isReadAnyway = filter.Includes(path) && HoldsImages(path)
            && file.Text.Contains("apiVersion", StringComparison.Ordinal) && file.Text.Contains("kind", StringComparison.Ordinal);
        return isReadAnyway ? null : file with { InScope = file.InScope || by.InScope && !filter.Includes(path) };
    }

    private string? ReadBeside(string path) => tree.Exists(path) ? texts.Read(path, "file")?.Text : null;
}
