using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Collects every image that the repository builds on or runs, and which entry of the allow list covers it.</summary>
internal sealed class BaseImageAllowlistGate : IGate
{
    private readonly AllowList allow;
    private readonly PathFilter filter;
    private readonly DockerfileReader dockerfiles;

    /// <exception cref="UsageException">An option is not valid.</exception>
    public BaseImageAllowlistGate(BaseImageAllowlistOptions options)
    {
        allow = new AllowList(options.Allow);
        filter = new PathFilter(options.Paths, options.Exclude);
        var arguments = options.BuildArgs.ToDictionary(
            pair => pair.Key, pair => new BuildArgument(pair.Value, $"`build-args` {pair.Key}"), StringComparer.Ordinal);
        Platform[] platforms = [.. options.Platforms.Select(ParsePlatform)];
        dockerfiles = new DockerfileReader(arguments, platforms.Length > 0 ? platforms : [Platform.Default]);
    }

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken)
    {
        var collected = new ImageCollector(context, filter, dockerfiles).Collect(cancellationToken);
        return Task.FromResult(ImageEvidenceWriter.Write(collected, allow));
    }

    private static Platform ParsePlatform(string text) => Platform.TryParse(text, out var platform)
        ? platform
        : throw new UsageException($"base-image-allowlist: \"{text}\" in `platforms` is not a platform; write os/architecture, for example linux/arm64.");
}
