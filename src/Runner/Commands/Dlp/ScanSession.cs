using System.Globalization;
using Gates.BuiltIn;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Baselines;
using Gates.Pipeline.Recognition;
using Gates.Policies;
using Gates.Runner.Composition;
using Gates.Runner.Configuration;

namespace Gates.Runner.Commands.Dlp;

/// <summary>Scans whatever files it is given with the gate's rules, and judges with the gate's own policy: what blocks here blocks in a run.</summary>
internal static class ScanSession
{
    /// <exception cref="UsageException">There is no such file, or the configuration is not valid.</exception>
    /// <exception cref="EvaluationException">A file cannot be read.</exception>
    public static async Task<int> RunAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        using var source = await RuleSource.OpenAsync(request.Folder, cancellationToken);
        await using var policies = new PolicyTools(JobEnvironment.Read(Environment.GetEnvironmentVariable));
        policies.Worker.Start();
        var files = new GivenFiles();
        foreach (var path in request.Paths)
        {
            files.Add(path, new DirectoryInfo(Environment.CurrentDirectory), request.StdinName, Console.OpenStandardInput);
        }

        var configuration = ConfigurationLocator.Read(source.Tree, request.Config);
        var gate = await PlanAsync(source, configuration, policies, cancellationToken);
        var salt = RepositorySalt.Find(source.Tree, Baseline.Find(source.Tree, configuration.Baseline)?.HeldSalt) ?? RepositorySalt.New(RepositorySalt.Random);
        var context = new GateContext(files, ChangeSet.None, salt.Bytes) { Rules = source.Tree };
        var evidence = await GateCatalog.Rules.OverAll(gate.Gate).InspectAsync(context, cancellationToken);
        var judgement = await policies.Worker.JudgeAsync(gate.Policy, evidence, gate.Settings, gate.Limits, cancellationToken);
        var scanned = new Scanned(judgement.Findings, judgement.Log, context.Coverage.Summary()!, files.Bytes) { Count = files.AllFiles.Count };
        if (request.IsJson)
        {
            await Console.Out.WriteLineAsync(ScanPrinter.ToJson(scanned, evidence));
        }
        else
        {
            ScanPrinter.Print(scanned, Console.Out);
        }

        return (int)scanned.ExitCode;
    }

    /// <summary>The gate as it is configured, or with its defaults where it is not.</summary>
    private static async Task<PlannedGate> PlanAsync(RuleSource source, GatesConfiguration configuration, PolicyTools policies,
        CancellationToken cancellationToken)
    {
        var id = GateCatalog.Rules.GateId;
        if (configuration.Gates.All(gate => gate.Id != id))
        {
            configuration = DefaultConfiguration.Create();
        }

        var request = await policies.Pinned.AddAsync(new PlanRequest
        {
            Tree = source.Tree,
            Services = new GateServices(TimeProvider.System) { Scripts = policies.Scripts },
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            Gates = [id],
        }, configuration, cancellationToken);
        return (await policies.Linker.LinkAsync(Planner.Plan(configuration, request), cancellationToken)).Gates.First(gate => gate.Id == id);
    }
}

/// <summary>What <c>gates dlp scan</c> was asked.</summary>
internal sealed record ScanRequest
{
    public required DirectoryInfo Folder { get; init; }

    public required string? Config { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    public required string StdinName { get; init; }

    public required bool IsJson { get; init; }
}
