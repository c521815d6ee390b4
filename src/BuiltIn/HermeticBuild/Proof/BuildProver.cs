using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gates.Doors.Docker;
using Gates.Doors.Files;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Runs builds on an engine and says what that proves. Whatever happens, nothing of them stays there.</summary>
internal sealed class BuildProver(IReadOnlyList<BuildPlan> plans, GateServices services)
{
    /// <value>The day that tools take which know none: zip can write no earlier one.</value>
    private const long NoCommit = 315_532_800;

    private const string EngineBuilder = "the engine's own builder";

    private static readonly TimeSpan Removal = TimeSpan.FromSeconds(30);

    /// <exception cref="EvaluationException">Nothing can be proven here.</exception>
    public async Task<IReadOnlyList<BuildFact>> ProveAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (services.WhyNoBuild is { } why)
        {
            throw new EvaluationException($"`build` is set, and nothing is built here, because {why}");
        }

        using var engine = new DockerEngine(DockerHost.Find(services.Variables), services.Time);
        var version = await engine.VersionAsync(cancellationToken);
        if (version.OperatingSystem != "linux")
        {
            throw new EvaluationException(
                $"`build`: Docker at {engine.Address.Text} builds for {version.OperatingSystem}, where nothing is isolated "
                    + "as a proof needs it; name one of Linux with DOCKER_HOST");
        }

        var reaped = await DockerReaper.ReapAsync(engine, services.Time, cancellationToken);
        var patience = TimeSpan.FromTicks(plans.Sum(plan => plan.Options.Time.Ticks * 3)) + TimeSpan.FromMinutes(10);
        var scope = new BuildScope(engine, version, DockerMark.Create(services.Time, patience), await EpochAsync(context, cancellationToken))
        {
            Time = services.Time,
            Say = text => services.Progress?.Report(new GateProgress("hermetic-build", null) { Note = text }),
        };
        var facts = new List<BuildFact>();
        try
        {
            foreach (var plan in plans)
            {
                facts.Add(await ProveAsync(plan, scope, context, cancellationToken) with { Reaped = facts.Count == 0 ? reaped : 0 });
            }
        }
        finally
        {
            await RemoveAsync(scope, facts.Count < plans.Count);
        }

        return facts;
    }

    /// <summary>A build that was cut off ends on the engine a moment later, and may make something until then.</summary>
    private static async Task RemoveAsync(BuildScope scope, bool isCutOff)
    {
        try
        {
            await DockerReaper.RemoveAsync(scope.Engine, scope.Mark, Removal);
            if (isCutOff)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(300), CancellationToken.None);
                await DockerReaper.RemoveAsync(scope.Engine, scope.Mark, Removal);
            }
        }
        catch (Exception e) when (e is EvaluationException or OperationCanceledException)
        {
            // The engine is gone, which is told where it was asked; the next start removes what is left.
        }
    }

    private static async Task<long> EpochAsync(GateContext context, CancellationToken cancellationToken)
    {
        var (commits, _) = context.History is { Head: not null } history ? await history.CommitsAsync(1, cancellationToken) : ([], false);
        return commits is [{ Time: { } time }, ..] ? time.ToUnixTimeSeconds() : NoCommit;
    }

    private async Task<BuildFact> ProveAsync(BuildPlan plan, BuildScope scope, GateContext context, CancellationToken cancellationToken)
    {
        var started = services.Time.GetUtcNow();
        try
        {
            var fact = plan.IsCommand
                ? await CommandAsync(plan, scope, context, cancellationToken)
                : await ImageAsync(plan, scope, context, cancellationToken);
            return fact with { Started = Moment(started), Ended = Moment(services.Time.GetUtcNow()) };
        }
        catch (DocumentException e)
        {
            throw new EvaluationException($"{plan.Name} cannot be built: {e.Message}", e);
        }
    }

    private static async Task<BuildFact> CommandAsync(BuildPlan plan, BuildScope scope, GateContext context, CancellationToken cancellationToken)
    {
        var image = await BaseImages.BaseAsync(ImageReference.Parse(plan.Options.Image).ToString(), $"`build.image` of {plan.Name}", scope, cancellationToken);
        var sources = await BuildContext.ReadAsync(context.Tree, plan.Context, null, cancellationToken);
        var fact = Start(plan, scope, sources, $"{Title(scope.Version)}, a container",
            [new MaterialFact(plan.Options.Image, image.Id, BaseImages.Digest(image), 1)], []) with
        {
            Command = plan.Options.Command,
        };
        return await new CommandProof(scope, plan, sources, image.Id).RunAsync(fact, cancellationToken);
    }

    private async Task<BuildFact> ImageAsync(BuildPlan plan, BuildScope scope, GateContext context, CancellationToken cancellationToken)
    {
        var text = Read(plan, context);
        var file = MarkedDockerfile.From(text, plan.Dockerfile, scope.Mark.Labels);
        var folder = TemporaryFolders.Create("docker");
        try
        {
            var builder = await BuilderAsync(plan, file, scope, folder, cancellationToken);
            var ignore = builder.IsBuildKit ? plan.Dockerfile + ".dockerignore" : "";
            var sources = await BuildContext.ReadAsync(context.Tree, plan.Context, ignore, cancellationToken);
            var start = Start(plan, scope, sources, builder.Title, [], builder.Unlimited) with
            {
                Path = plan.Dockerfile,
                DockerfileDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            };
            if (RemoteSources.Find(file.Written, plan.Options.Target, plan.Options.Args) is { } remote)
            {
                const string Why = "the builder itself fetches it, before any step runs";
                return start with { Failure = BaseImages.Fetches(remote.Line, remote.Step, remote.Host, Why) };
            }

            var bases = await BaseImages.BasesAsync(plan, text, file, builder, scope, cancellationToken);
            if (bases.Failure is not null)
            {
                return start with { Failure = bases.Failure, Materials = bases.Materials };
            }

            return await new ImageProof(scope, plan, sources, file, builder, bases.Layers)
                .RunAsync(start with { Materials = bases.Materials }, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Read(BuildPlan plan, GateContext context)
    {
        if (!context.Tree.Exists(plan.Dockerfile))
        {
            throw new EvaluationException($"`build.dockerfile`: {plan.Dockerfile} {context.Tree.WhyAbsent(plan.Dockerfile)}");
        }

        using var stream = context.Tree.Open(plan.Dockerfile);
        return DocumentText.Read(stream, plan.Dockerfile, new DocumentLimits());
    }

    private async Task<ImageBuilder> BuilderAsync(
        BuildPlan plan, MarkedDockerfile file, BuildScope scope, string folder, CancellationToken cancellationToken)
    {
        var needs = scope.Version.IsPodman ? [] : file.NeedsBuildKit().ToList();
        if (plan.Options.Builder != "buildkit" && needs.Count == 0)
        {
            return new ImageBuilder(
                $"{Title(scope.Version)}, {(scope.Version.IsPodman ? "Buildah" : EngineBuilder)}", false, ["processes", "disk"],
                    scope.Engine.Images.BuildAsync);
        }

        var why = needs.Count > 0 ? $"{plan.Dockerfile}:{needs[0].Line}: {needs[0].What} is not for {EngineBuilder}" : "`builder` asks for BuildKit";
        if (plan.Options.Builder == "engine" || scope.Version.IsPodman)
        {
            throw new EvaluationException($"{plan.Name} cannot be built: {why}; leave `builder` away to take BuildKit where it is");
        }

        var (program, reason) = await DockerProgram.FindAsync(scope.Engine.Address, services.Variables, folder, cancellationToken);
        return program is null
            ? throw new EvaluationException($"{plan.Name} cannot be built: {why}, and {reason}; install docker-buildx, or write the step without it")
            : new ImageBuilder($"{Title(scope.Version)}, BuildKit through {program.Version}", true, ["memory", "cpus", "processes", "disk"],
                program.BuildAsync);
    }

    private static BuildFact Start(
        BuildPlan plan, BuildScope scope, BuildContext sources, string builder, IReadOnlyList<MaterialFact> materials, IReadOnlyList<string> unlimited) => new()
        {
            Name = plan.Name,
            Builder = builder,
            SourceDateEpoch = scope.Epoch,
            ContextDigest = sources.Digest,
            Arguments = plan.Options.Args,
            Target = plan.Options.Target.Length > 0 ? plan.Options.Target : null,
            Platform = plan.Options.Platform.Length > 0 ? plan.Options.Platform : null,
            Materials = materials,
            Limits = new LimitsFact(plan.Memory, plan.Options.Cpus, plan.Options.Time.TotalSeconds, unlimited),
            Started = "",
            Ended = "",
            Log = "",
        };

    private static string Title(DockerVersion version) => $"{(version.IsPodman ? "Podman" : "Docker")} {version.Engine}";

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
