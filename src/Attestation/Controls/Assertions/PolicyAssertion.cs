using System.Buffers;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.JUnit;
using Gates.Formats.Sarif;
using Gates.Formats.Sbom;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>A policy finds no error in the evidence. It sees it as a policy-only gate would, and runs in the worker.</summary>
internal sealed class PolicyAssertion : Assertion
{
    private const string EvidenceKind = "control-evidence/v1";

    /// <value>What a judgement can take.</value>
    private const int FactsLimit = 32 << 20;

    [Option("The policy: a script, or a folder with policy.js and policy.json, in the repository.", Required = true)]
    public string Policy { get; set; } = "";

    [Option("The policy's settings.")]
    public IReadOnlyDictionary<string, object> Settings { get; set; } = new Dictionary<string, object>(StringComparer.Ordinal);

    public override IEnumerable<(string Key, string Message)> Problems() =>
        RepositoryPaths.Refuse(Policy) is { } refusal ? [(AssertionTypes.Policy, $"{Say.Quote(Policy)} {refusal}")] : [];

    /// <summary>None where there is no such policy: checking says so.</summary>
    public override IEnumerable<string> RuleFiles(ISourceTree tree, IPolicyScripts? scripts)
    {
        try
        {
            return (scripts
                ?? throw new InvalidOperationException("a plan is made without policy scripts, so nobody would see a policy change")).Files(tree, Policy);
        }
        catch (Exception e) when (e is EvaluationException or UsageException)
        {
            return [];
        }
    }

    public override async Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        if (context.Scope is not { Scripts: { } scripts, Policies: { } tree })
        {
            throw new EvaluationException($"{Policy}: policy scripts cannot run here");
        }

        try
        {
            var judgement = await scripts.JudgeAsync(tree, Policy, new Evidence(EvidenceKind, Facts(context)), Settings, cancellationToken);
            var errors = judgement.Findings
                .Where(finding => finding.Severity == Severity.Error)
                .Select(finding => $"{finding.Rule}: {finding.Message}")
                .ToList();
            return errors.Count > 0
                ? new AssertionFinding(Holds: false, AssertionFinding.Some(errors))
                : new AssertionFinding(Holds: true, judgement.Passed.Count > 0
                    ? AssertionFinding.Some([.. judgement.Passed.Select(check => check.Message)])
                    : $"{Policy} finds no error");
        }
        catch (PolicyException e)
        {
            return new AssertionFinding(Holds: false, $"cannot be judged: {e.Message}");
        }
    }

    private static JsonElement Facts(AssertionContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("control");
            json.WriteString("id", context.Control.Id);
            json.WriteString("name", context.Control.Name);
            json.WriteEndObject();
            Write(json, "evidence", context.Items, item => JsonSerializer.Serialize(json, item, ControlFactsJson.Default.EvidenceItem));
            Write(json, "sarif", context.Sarif(), one => JsonSerializer.Serialize(json, one.Log, SarifJson.Default.SarifLog));
            Write(json, "junit", context.JUnit(), one => JsonSerializer.Serialize(json, one.Report, JUnitJson.Default.JUnitReport));
            Write(json, "sbom", context.Sboms(), one => JsonSerializer.Serialize(json, one.Bill, SbomJson.Default.SbomDocument));
            Write(json, "json", context.Json(), one => NodeJson.WriteDocument(json, one.Item.Path, 0, one.Root));
            json.WriteEndObject();
        }

        if (buffer.WrittenCount > FactsLimit)
        {
            throw new EvaluationException(
                FormattableString.Invariant($"control {context.Control.Id}: its evidence holds more than {FactsLimit >> 20} MiB of facts, too much for a policy; narrow it with `path`"));
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write<T>(Utf8JsonWriter json, string kind, IEnumerable<T> all, Action<T> write)
    {
        json.WriteStartArray(kind);
        foreach (var one in all)
        {
            write(one);
        }

        json.WriteEndArray();
    }
}
