using System.Globalization;
using Gates.Doors.Docker;
using Gates.Formats.Archives;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Builds an image from a Dockerfile, once or twice, and compares.</summary>
internal sealed class ImageProof(BuildScope scope, BuildPlan plan, BuildContext context, MarkedDockerfile file, ImageBuilder builder,
    IReadOnlySet<string> known)
{
    private const int MaxLookedAt = 40;

    private static readonly string[] NotVaried = ["the engine's clock", "the path", "the user"];

    private TarLimits Limits => new() { MaxBytes = plan.Size };

    /// <summary>Builds it, and fills in what that proved.</summary>
    public async Task<BuildFact> RunAsync(BuildFact fact, CancellationToken cancellationToken)
    {
        var first = await BuildAsync(0, cancellationToken);
        fact = fact with { Log = first.Log.ToString(), Reaches = Reaches(first), Failure = first.Failure(second: false) };
        if (fact.Failure is not null)
        {
            return fact;
        }

        fact = fact with { Digests = [first.Id] };
        if (!plan.Options.Twice)
        {
            return fact;
        }

        // A clock that is read in seconds must have moved on.
        await Task.Delay(TimeSpan.FromSeconds(2), scope.Time, cancellationToken);
        var second = await BuildAsync(1, cancellationToken);
        if (second.Failure(second: true) is { } failure)
        {
            return fact with { Log = second.Log.ToString(), Failure = failure };
        }

        return fact with { Digests = [first.Id, second.Id], Compared = await CompareAsync(first, second, cancellationToken) };
    }

    private static IReadOnlyList<ReachFact> Reaches(BuiltImage image) => image.Error is not null ? []
        : [.. image.Log.Traces().Select(trace => new ReachFact(trace.Line, StepText.Short(trace.Step), StepText.Hosts(trace.Said, trace.Step)))];

    private async Task<BuiltImage> BuildAsync(int number, CancellationToken cancellationToken)
    {
        var isSecond = number > 0;
        scope.Say($"{plan.Name}: build {(isSecond ? "2" : "1")} with {builder.Title}");
        var log = new BuildLog(file);
        var name = Place();
        var shape = new ContextShape(isSecond ? scope.OtherDay : DateTimeOffset.FromUnixTimeSeconds(scope.Epoch), isSecond) { Replaced = Sent(name) };
        var order = new BuildOrder($"{DockerMark.Prefix}{scope.Mark.Run}:{StepText.Tag(plan.Name)}-{(isSecond ? "2" : "1")}", name)
        {
            Target = plan.Options.Target,
            Platform = plan.Options.Platform,
            Memory = plan.Memory,
            Cpus = plan.Options.Cpus,
            Arguments = Arguments(number),
        };
        var started = scope.Time.GetUtcNow();
        using var deadline = new CancellationTokenSource(plan.Options.Time, scope.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await using var archive = await ContextFile.WriteAsync(context, shape, either.Token);
            var error = await builder.BuildAsync(order, archive, log.Add, either.Token);
            var image = error is null ? await scope.Engine.InspectImageAsync(order.Tag, either.Token) : null;
            return image is { } built && built.Size > plan.Size
                ? throw new EvaluationException(FormattableString.Invariant(
                    $"{plan.Name}: the image is {built.Size >> 20:N0} MiB large, more than the `size` of {plan.Options.Size} that it may have"))
                : new BuiltImage(number, log, error, image?.Id ?? "", started, scope.Time.GetUtcNow());
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EvaluationException(
                StepText.TooLate(plan, log));
        }
    }

    /// <summary>The Dockerfile's name in the context; one from elsewhere gets a name that nothing there has.</summary>
    private string Place() => plan.Dockerfile.StartsWith(plan.Context, StringComparison.Ordinal) ? plan.Dockerfile[plan.Context.Length..] : ".dockerfile.gates";

    private Dictionary<string, string> Sent(string name)
    {
        var sent = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = file.Text };
        if (name == ".dockerfile.gates")
        {
            // As docker does: then the builder takes both away before any step sees them.
            sent[".dockerignore"] = ".dockerignore\n.dockerfile.gates\n";
        }

        return sent;
    }

    private Dictionary<string, string> Arguments(int number) => new(plan.Options.Args, StringComparer.Ordinal)
    {
        ["SOURCE_DATE_EPOCH"] = scope.Epoch.ToString(CultureInfo.InvariantCulture),
        ["TZ"] = BuildScope.Zones[number],
    };

    private async Task<ComparisonFact> CompareAsync(BuiltImage first, BuiltImage second, CancellationToken cancellationToken)
    {
        scope.Say($"{plan.Name}: comparing");
        var day = DayFinder.For(second.Started, DateTimeOffset.FromUnixTimeSeconds(scope.Epoch));
        var reader = new LayerReader(Limits, day);
        var (one, two) = (await FilesAsync(first.Id, reader, cancellationToken), await FilesAsync(second.Id, reader, cancellationToken));
        var comparison = BuildComparison.Of(one, two, context.Contents);
        var looked = comparison.Differing.Where(pair => pair.What.Contains("content") && pair.First is not null && !pair.OnlyByDay).Take(MaxLookedAt).ToList();
        var contents = await ContentsAsync(first.Id, [.. looked.Select(pair => (pair.FirstLayer!, pair.Path))], cancellationToken);
        var others = await ContentsAsync(second.Id, [.. looked.Select(pair => (pair.SecondLayer!, pair.Path))], cancellationToken);
        var causes = new Causes(first.Circumstances, second.Circumstances);
        return comparison.ToFact(
            pair => pair.Path == BuildComparison.ConfigurationName ? causes.OfTexts(one.Configuration, two.Configuration, "unknown")
                : causes.Of(pair, contents.GetValueOrDefault((pair.FirstLayer ?? "", pair.Path)),
                    others.GetValueOrDefault((pair.SecondLayer ?? "", pair.Path))),
            plan.Options.Accept,
            DateOnly.FromDateTime(scope.Time.GetUtcNow().UtcDateTime),
            plan.Options.Reproducible,
            ["the time zone", "the times of the sources", "their order", .. builder.IsBuildKit ? Array.Empty<string>() : ["the host name"]],
            [.. NotVaried, .. builder.IsBuildKit ? ["the host name"] : Array.Empty<string>(), .. day is null
                ? ["the day, since the commit is of today"] : Array.Empty<string>()]);
    }

    private async Task<BuiltFiles> FilesAsync(string id, LayerReader reader, CancellationToken cancellationToken)
    {
        var saved = await scope.Engine.Images.SaveAsync(
            id, archive => SavedImage.ReadAsync(archive, reader, Limits, null, null, cancellationToken), cancellationToken);
        return saved.Files(known, file, plan.Options.Target);
    }

    private async Task<Dictionary<(string Layer, string Path), byte[]>> ContentsAsync(
        string id, HashSet<(string Layer, string Path)> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string, string), byte[]>();
        if (wanted.Count > 0)
        {
            await scope.Engine.Images.SaveAsync(
                id,
                archive => SavedImage.ReadAsync(
                    archive,
                    new LayerReader(Limits, null),
                    Limits,
                    (layer, path) => wanted.Contains((layer, path)),
                    (layer, path, content) => found[(layer, path)] = content,
                    cancellationToken),
                cancellationToken);
        }

        return found;
    }

    /// <param name="Number">0 for the first build.</param>
    /// <param name="Log">What the builder said.</param>
    /// <param name="Error">Why it failed; <see langword="null"/> when it did not.</param>
    /// <param name="Id">The image.</param>
    private sealed record BuiltImage(int Number, BuildLog Log, string? Error, string Id, DateTimeOffset Started, DateTimeOffset Ended)
    {
        public Circumstances Circumstances => new(Started, Ended, "", "", Log.Containers, BuildScope.Zones[Number]);

        public FailureFact? Failure(bool second) => Error is null ? null : StepText.Failure(Log.Failure(Error), second);
    }
}
