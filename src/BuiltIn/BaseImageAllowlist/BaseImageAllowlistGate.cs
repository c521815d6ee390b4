using Gates.BuiltIn.BaseImageAllowlist.Cluster;
using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;
using Gates.Doors.Charts;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Collects every image that the repository builds on or runs, and which entry of the allow list covers it.</summary>
internal sealed class BaseImageAllowlistGate : IGate, IReachesOut, IRuledGate
{
    private readonly BaseImageAllowlistOptions options;
    private readonly AllowList allow;
    private readonly PathFilter filter;
    private readonly DockerfileReader dockerfiles;
    private readonly WatchedCluster? cluster;

    /// <exception cref="UsageException">An option is not valid.</exception>
    public BaseImageAllowlistGate(BaseImageAllowlistOptions options, GateServices? services = null)
    {
        this.options = options;
        cluster = WatchedCluster.Create(options.Cluster, services);
        allow = new AllowList(options.Allow);
        filter = new PathFilter(options.Paths, options.Exclude);
        var arguments = options.BuildArgs.ToDictionary(
            pair => pair.Key, pair => new BuildArgument(pair.Value, $"`build-args` {pair.Key}"), StringComparer.Ordinal);
        Platform[] platforms = [.. options.Platforms.Select(ParsePlatform)];
        dockerfiles = new DockerfileReader(arguments, platforms.Length > 0 ? platforms : [Platform.Default]);
    }

    public bool ReachesOut => cluster is not null;

    public string Answers => "what a cluster runs";

    public async Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        var policies = PolicyList.Read(context.Rules, options.AllowFrom);
        var charts = options.RenderCharts ? await RenderedCharts.RenderAsync(context.Tree, filter, HelmProgram.Find(), cancellationToken) : RenderedCharts.None;
        var collector = new ImageCollector(context, filter, dockerfiles)
        {
            Charts = charts,
            ReadsOthersFoldersWhenNamed = options.Exclude.SequenceEqual(OthersFolders.Globs, StringComparer.Ordinal),
        };
        var collected = collector.Collect(cancellationToken);
        var seen = cluster is null ? null : await cluster.LookAsync(context, collected.Images, (allow, policies), cancellationToken);
        return ImageEvidenceWriter.Write(collected, allow, policies, seen);
    }

    public IEnumerable<string> RuleFiles(ISourceTree tree) => options.AllowFrom;

    public void CheckRules(ISourceTree tree) => _ = PolicyList.Read(tree, options.AllowFrom);

    private static Platform ParsePlatform(string text) => Platform.TryParse(text, out var platform)
        ? platform
        : throw new UsageException($"base-image-allowlist: \"{text}\" in `platforms` is not a platform; write os/architecture, for example linux/arm64.");
}
