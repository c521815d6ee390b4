using Gates.Doors.Workers;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.Eval;

/// <summary>Judges one piece of evidence by one policy, without a repository or a configuration.</summary>
internal sealed class EvaluationSession(PolicyWorkerOptions options, TimeProvider time)
{
    /// <summary>The same, over evidence that a run kept, or facts alone.</summary>
    public Task<EvaluatedPolicy> RunAsync(EvaluationRequest request, string evidence, CancellationToken cancellationToken) => RunAsync(
        request,
        (_, _) => Task.FromResult(KeptEvidence.ReadLoose(Content(request.Root, evidence, "--evidence"), evidence)),
        cancellationToken);

    /// <param name="request">The policy and its settings.</param>
    /// <param name="inspect">Makes the evidence, once it is known what the policy looks at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">One of the files is missing or not what it should be.</exception>
    /// <exception cref="EvaluationException">The worker cannot be used.</exception>
    public async Task<EvaluatedPolicy> RunAsync(
        EvaluationRequest request,
        Func<LoadedPolicy, CancellationToken, Task<Evidence>> inspect,
        CancellationToken cancellationToken)
    {
        var trace = new Trace();
        await using var worker = new PolicyWorker(options, time, trace);
        worker.Start();
        var loaded = Load(request);
        var settings = PolicySettings.Read(loaded.Manifest, request.Settings, request.Settings is { } file ? Content(request.Root, file, "--settings") : null);
        var evidence = await inspect(loaded, cancellationToken);
        var policy = await new PolicyLinker(worker).LinkAsync(loaded.Source, cancellationToken);
        var timestamp = time.GetTimestamp();
        var result = new GateResult
        {
            GateId = policy.Name,
            Title = loaded.Manifest?.Title ?? policy.Name,
            Mode = GateMode.Enforce,
            Verdict = Verdict.Passed,
            Policy = policy,
            Settings = settings,
            Evidence = evidence,
            Started = time.GetUtcNow(),
            Elapsed = TimeSpan.Zero,
        };
        try
        {
            var judgement = await worker.JudgeAsync(policy, evidence, settings, new PolicyLimits(), cancellationToken);
            result = Judged(result, judgement, loaded.Manifest);
        }
        catch (PolicyException e)
        {
            result = result with { Verdict = Verdicts.OfGate(GateMode.Enforce, errored: true, []), Error = e.Message, ErrorAt = e.Place };
        }

        return new EvaluatedPolicy(result with { Elapsed = time.GetElapsedTime(timestamp) }, trace.Calls);
    }

    private static GateResult Judged(GateResult result, Judgement judgement, PolicyManifest? manifest)
    {
        var findings = judgement.Findings.Select(finding => new GateFinding(WithHelp(finding, manifest), "", FindingState.New, InDiff: false)).ToList();
        var coverage = CoverageSummary.From(result.Evidence!);
        return result with
        {
            Verdict = Verdicts.OfGate(GateMode.Enforce, errored: false, findings, coverage),
            Coverage = coverage,
            Error = coverage is not null && Verdicts.IsUnevaluated(findings, coverage) ? coverage.Problem : null,
            Findings = findings,
            Passed = judgement.Passed,
            Metrics = judgement.Metrics,
            Outputs = judgement.Outputs,
            Charts = judgement.Charts,
            Pages = judgement.Pages,
            Log = judgement.Log,
        };
    }

    private static Finding WithHelp(Finding finding, PolicyManifest? manifest) =>
        finding.Help is null && manifest?.Help.TryGetValue(finding.Rule, out var help) == true ? finding with { Help = help } : finding;

    private static LoadedPolicy Load(EvaluationRequest request)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Policy, request.Root.FullName));
        if (Path.GetFileNameWithoutExtension(full) == "policy" && File.Exists(full) && File.Exists(Path.Combine(Path.GetDirectoryName(full)!, "policy.json")))
        {
            // The script of a policy's folder: it may import what the folder may.
            full = Path.GetDirectoryName(full)!;
        }

        var isFolder = Directory.Exists(full);
        if (!isFolder && !File.Exists(full))
        {
            throw new UsageException($"{Say.Quote(request.Policy)}: there is no such script or policy folder");
        }

        var inside = full.StartsWith(request.Root.FullName.TrimEnd('/') + "/", StringComparison.Ordinal);
        var root = inside ? request.Root.FullName : Path.GetDirectoryName(full)!;
        var path = Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');
        if (!isFolder && !ImportableFiles.IsScript(path))
        {
            throw new UsageException($"{Say.Quote(request.Policy)} is not a policy; name a .js or .ts file, or a folder with policy.js and policy.json");
        }

        return new PolicyLoader(isFolder ? PolicyFolders.Tree(root, [path]) : PolicyFolders.TreeOfScript(root, path)).Load(path);
    }

    private static byte[] Content(DirectoryInfo root, string path, string option) =>
        SplitText.Join(GivenFile.Read(() => File.ReadAllBytes(Path.GetFullPath(path, root.FullName)), $"{option} {Say.Quote(path)}"));

    private sealed class Trace : IProgress<PolicyObservation>
    {
        public IReadOnlyList<ReportCall> Calls { get; private set; } = [];

        public void Report(PolicyObservation value) => Calls = value.Calls;
    }
}

/// <summary>What <c>gates eval</c> and <c>gates try</c> were asked.</summary>
/// <param name="Root">The folder that the user stands in.</param>
/// <param name="Policy">A script or a policy's folder.</param>
/// <param name="Settings">The file with the settings; <see langword="null"/> when there are none.</param>
internal sealed record EvaluationRequest(DirectoryInfo Root, string Policy, string? Settings);
