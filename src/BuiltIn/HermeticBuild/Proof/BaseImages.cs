using Gates.Doors.Docker;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>The images that a build begins with.</summary>
internal static class BaseImages
{
    private const string DockerHub = "docker.io/";
    private const string LocalName = "localhost/";

    /// <summary>Every image that the build begins with must be there: engines fetch one that is not, whatever they were told.</summary>
    public static async Task<(IReadOnlyList<MaterialFact> Materials, IReadOnlySet<string> Layers, FailureFact? Failure)> BasesAsync(
        BuildPlan plan, string text, MarkedDockerfile file, ImageBuilder builder, BuildScope scope, CancellationToken cancellationToken)
    {
        var settings = new BuildSettings
        {
            Arguments = plan.Options.Args.ToDictionary(arg => arg.Key, arg => new BuildArgument(arg.Value, "`build.args`"), StringComparer.Ordinal),
        };
        var materials = new List<MaterialFact>();
        var layers = new HashSet<string>(StringComparer.Ordinal);
        var last = RemoteSources.Built(file.Written, plan.Options.Target).Last();
        var end = last.Instructions.Count > 0 ? last.Instructions[^1].EndLine : last.From.Line;
        var all = DockerfileImages.Of(file.Written, settings).Where(image => image.Line <= Math.Max(end, last.From.Line));
        var frontend = builder.IsBuildKit ? DockerfileImages.Frontend(text, settings) : null;
        foreach (var image in frontend is null ? all : all.Prepend(frontend))
        {
            if (image.Reference is null)
            {
                throw new EvaluationException(
                    $"{plan.Dockerfile}:{image.Line}: the image of {image.Kind} is not known: {image.Reason}; set it in `build.args`");
            }

            var found = await BaseAsync(image.Reference.ToString(), $"{plan.Dockerfile}:{image.Line}", scope, cancellationToken);
            if (materials.TrueForAll(material => material.Id != found.Id || material.Image != image.Written))
            {
                materials.Add(new MaterialFact(image.Written, found.Id, Digest(found), image.Line));
            }

            layers.UnionWith(found.Layers);
            if (found.Triggers.Select(trigger => (Trigger: trigger, Host: RemoteSources.OfTrigger(trigger)))
                .FirstOrDefault(one => one.Host is not null) is { Host: { } host } remote)
            {
                return (materials, layers, Fetches(image.Line, $"{image.Kind} {image.Written}: ONBUILD {remote.Trigger}", host,
                    "the base has the builder fetch it"));
            }
        }

        return (materials, layers, null);
    }

    public static FailureFact Fetches(int line, string step, string host, string why) => new("network", line, StepText.Short(step), [host], why, false);

    public static async Task<DockerImage> BaseAsync(string reference, string where, BuildScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return await scope.Engine.InspectImageAsync(reference, cancellationToken);
        }
        catch (DockerException e) when (e.Fault == DockerFault.ImageUnknown && scope.Version.IsPodman
            && reference.StartsWith(DockerHub, StringComparison.Ordinal))
        {
            // Podman looks for a short name among those that were made on its machine, too.
            return await BaseAsync(LocalName + reference[DockerHub.Length..].Replace("library/", "", StringComparison.Ordinal), where, scope,
                cancellationToken);
        }
        catch (DockerException e) when (e.Fault == DockerFault.ImageUnknown)
        {
            throw new EvaluationException(
                $"{where}: the image {reference} is not on the engine at {scope.Engine.Address.Text}, and a build without network pulls nothing; "
                    + $"pull it in a step before (`docker pull {reference}`), by its digest if you can");
        }
    }

    public static string? Digest(DockerImage image) =>
        image.Digests is [var digest, ..] ? digest[(digest.IndexOf('@', StringComparison.Ordinal) + 1)..] : null;
}
