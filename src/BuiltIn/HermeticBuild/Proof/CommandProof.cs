using System.Globalization;
using Gates.Doors.Docker;
using Gates.Formats.Archives;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>
/// Runs a command in a container of its own on a copy of the sources, once or twice, and compares what it made. The container has no network, no mounts, no
/// socket, no rights, and none of our variables.
/// </summary>
internal sealed class CommandProof(BuildScope scope, BuildPlan plan, BuildContext context, string image)
{
    private const int MaxLookedAt = 40;

    private static readonly TimeSpan Removal = TimeSpan.FromSeconds(10);

    private static readonly string[] Folders = ["build/one", "home/gates/second-build"];
    private static readonly string[] Hosts = ["gates-one", "builder-two"];
    private static readonly int[] Users = [1000, 1001];

    private TarLimits Limits => new() { MaxBytes = plan.Size };

    /// <summary>Runs it, and fills in what that proved.</summary>
    public async Task<BuildFact> RunAsync(BuildFact fact, CancellationToken cancellationToken)
    {
        var first = await BuildAsync(0, cancellationToken);
        fact = fact with { Log = first.Log, Reaches = first.Failure is null ? first.Reaches : [], Failure = first.Failure };
        if (fact.Failure is not null || !plan.Options.Twice)
        {
            return fact with { Digests = first.Made is { } made ? [made.Digest] : [] };
        }

        await Task.Delay(TimeSpan.FromSeconds(2), scope.Time, cancellationToken);
        var second = await BuildAsync(1, cancellationToken);
        return second.Failure is { } failure
            ? fact with { Log = second.Log, Failure = failure with { Second = true } }
            : fact with { Digests = [first.Made!.Digest, second.Made!.Digest], Compared = Compare(first, second) };
    }

    private async Task<BuiltCommand> BuildAsync(int number, CancellationToken cancellationToken)
    {
        scope.Say($"{plan.Name}: build {(number > 0 ? "2" : "1")} in a container of {plan.Options.Image}");
        var started = scope.Time.GetUtcNow();
        var log = new BuildLog(null);
        using var deadline = new CancellationTokenSource(plan.Options.Time, scope.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var id = await scope.Engine.Containers.CreateAsync(Order(number), either.Token);
        try
        {
            await using (var archive = await ContextFile.WriteAsync(context, Shape(number), either.Token))
            {
                await scope.Engine.Containers.PutAsync(id, archive, either.Token);
            }

            var (code, lacksMemory) = await scope.Engine.Containers.RunAsync(id, log.Add, either.Token);
            var error = lacksMemory ? $"it took more than its `memory` of {plan.Options.Memory}"
                : code == 0 ? null
                : FormattableString.Invariant($"it ended with code {code}");
            var made = error is null ? await ReadAsync(id, number, either.Token) : null;
            return Result(number, log, error, made, started);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new EvaluationException(
                StepText.TooLate(plan, log));
        }
        finally
        {
            using var late = new CancellationTokenSource(Removal);
            await scope.Engine.Containers.RemoveAsync(id, late.Token);
        }
    }

    private BuiltCommand Result(int number, BuildLog log, string? error, CommandFiles? made, DateTimeOffset started)
    {
        var text = log.ToString();
        var lines = text.Split('\n');
        var step = string.Join(' ', plan.Options.Command);
        var failure = error is null ? null : StepText.Failure(new StepFailure(1, step, lines, error), second: false);
        var reaches = lines.Where(NetworkTraces.IsTrace).ToList();
        var user = plan.Options.User.Length > 0 ? "" : Users[number].ToString(CultureInfo.InvariantCulture);
        return new BuiltCommand(text, failure, made,
            new Circumstances(started, scope.Time.GetUtcNow(), "/" + Folders[number], user, [Hosts[number]], BuildScope.Zones[number]))
        {
            Reaches = reaches.Count == 0 ? [] : [new ReachFact(1, StepText.Short(step), StepText.Hosts(reaches, step))],
        };
    }

    private ContainerOrder Order(int number) =>
        new($"{DockerMark.Prefix}{scope.Mark.Run}-{StepText.Tag(plan.Name)}-{(number > 0 ? "2" : "1")}", image, plan.Options.Command)
        {
            HostName = Hosts[number],
            User = plan.Options.User.Length > 0 ? plan.Options.User : FormattableString.Invariant($"{Users[number]}:{Users[number]}"),
            Folder = "/" + Folders[number],
            Memory = plan.Memory,
            Cpus = plan.Options.Cpus,
            MaxFile = plan.Size,
            Labels = scope.Mark.Labels,
            Variables = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SOURCE_DATE_EPOCH"] = scope.Epoch.ToString(CultureInfo.InvariantCulture),
                ["TZ"] = BuildScope.Zones[number],
                ["HOME"] = "/" + Folders[number] + ".home",
            },
        };

    private ContextShape Shape(int number) =>
        new(number > 0 ? scope.OtherDay : DateTimeOffset.FromUnixTimeSeconds(scope.Epoch), number > 0)
        {
            Root = Folders[number] + "/",
            Folders = [Folders[number] + "/", Folders[number] + ".home/"],
            User = plan.Options.User.Length > 0 ? 0 : Users[number],
        };

    /// <summary>What the command made: what is not as it was in the sources.</summary>
    private Task<CommandFiles> ReadAsync(string id, int number, CancellationToken cancellationToken)
    {
        var root = Folders[number].Split('/')[^1] + "/";
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var day = DayFinder.For(scope.Time.GetUtcNow(), DateTimeOffset.FromUnixTimeSeconds(scope.Epoch));
        return scope.Engine.Containers.CopyAsync(
            id,
            "/" + Folders[number],
            async archive =>
            {
                var layer = await new LayerReader(Limits, day).ReadAsync(
                    "", archive, isCompressed: false, _ => contents.Values.Sum(content => (long)content.Length) < 64 << 20, (path, content) =>
                        contents[path] = content, cancellationToken);
                var made = layer.Files.Where(file => file.Key.StartsWith(root, StringComparison.Ordinal)
                        && !context.Has(file.Key[root.Length..], file.Value))
                    .ToDictionary(file => file.Key[root.Length..], file => Neutral(file.Value, number), StringComparer.Ordinal);
                return new CommandFiles(
                    new BuiltFiles([new BuiltLayer("", layer.Digest, made)], [1], ""),
                    contents.Where(content => content.Key.StartsWith(root, StringComparison.Ordinal))
                        .ToDictionary(content => content.Key[root.Length..], content => content.Value, StringComparer.Ordinal),
                    CommandFiles.DigestOf(made),
                    day is null);
            },
            cancellationToken);
    }

    /// <summary>That its own user owns a file is no difference: it is another user because we chose so.</summary>
    private FileState Neutral(FileState file, int number) => plan.Options.User.Length == 0 && file.Entry.User == Users[number]
        && file.Entry.Group == Users[number]
        ? file with { Entry = file.Entry with { User = 0, Group = 0 } }
        : file;

    private ComparisonFact Compare(BuiltCommand first, BuiltCommand second)
    {
        var comparison = BuildComparison.Of(first.Made!.Files, second.Made!.Files, context.Contents);
        var causes = new Causes(first.Circumstances, second.Circumstances);
        var looked = 0;
        return comparison.ToFact(
            pair => ++looked <= MaxLookedAt
                ? causes.Of(pair, first.Made.Contents.GetValueOrDefault(pair.Path), second.Made.Contents.GetValueOrDefault(pair.Path))
                : causes.Of(pair, null, null),
            plan.Options.Accept,
            DateOnly.FromDateTime(scope.Time.GetUtcNow().UtcDateTime),
            plan.Options.Reproducible,
            ["the time zone", "the times of the sources", "their order", "the host name", "the path", .. plan.Options.User.Length == 0 ? ["the user"]
                : Array.Empty<string>()],
            ["the engine's clock", .. second.Made.IsSameDay ? ["the day, since the commit is of today"] : Array.Empty<string>()]);
    }

    private sealed record BuiltCommand(string Log, FailureFact? Failure, CommandFiles? Made, Circumstances Circumstances)
    {
        public IReadOnlyList<ReachFact> Reaches { get; init; } = [];
    }
}
