using System.Text.Json;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts.Attested;
using Gates.Pipeline.Unseen;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>Reads and verifies what others signed of the files of a run, for facts.</summary>
internal sealed class AttestedReader(TimeProvider time) : IAttestedFacts
{
    public IReadOnlyList<string> RuleFiles { get; } = [Keyring.Path, TrustedRoots.Path];

    public int Write(string kind, IReadOnlyList<string> queries, GateContext about, Func<string, string?> variables, Utf8JsonWriter facts)
    {
        var scope = new AssertionScope
        {
            Evidence = new EvidenceFolder(about.Tree.WithIgnored, ""),
            Now = time.GetUtcNow(),
            Commit = about.Changes.HeadSha ?? about.History?.Head,
            Repository = JobVariables.Address(variables),
            Trust = RuledTrust.Keys(about.Rules),
            Sigstore = RuledTrust.Roots(about.Rules),
        };
        facts.WriteStartArray();
        var count = 0;
        foreach (var query in queries)
        {
            using var json = JsonDocument.Parse(query);
            count += kind == AttestedFacts.Provenance
                ? Provenance((ProvenanceQuery)ProvenanceQuery.Options.Create(json.RootElement), scope, about, facts)
                : Summary((SummaryQuery)SummaryQuery.Options.Create(json.RootElement), scope, about, facts);
        }

        facts.WriteEndArray();
        return count;
    }

    private static int Provenance(ProvenanceQuery query, AssertionScope scope, GateContext about, Utf8JsonWriter facts)
    {
        var wanted = new WantedProvenance(query.SourceRepository, query.Identity, query.Issuer, null, query.Builders);
        var levels = new BuildLevels(scope, wanted).Of(
            Files(scope, query.Artifacts, about, AttestedFacts.Provenance, isNeeded: true),
            Files(scope, query.Bundles, about, AttestedFacts.Provenance, isNeeded: false));
        foreach (var one in levels)
        {
            facts.WriteStartObject();
            facts.WriteString("artifact", one.Artifact.Path);
            facts.WriteString("sha256", one.Artifact.Sha256);
            if (one.Level is { } level)
            {
                facts.WriteNumber("level", level);
            }
            else
            {
                facts.WriteNull("level");
            }

            facts.WriteString("reason", one.Reason);
            facts.WriteString("builder", one.Builder);
            facts.WriteString("signer", one.Signer);
            Bundles(one.Provenance is { } file ? [file] : [], facts);
            facts.WriteEndObject();
        }

        return levels.Count;
    }

    private static int Summary(SummaryQuery query, AssertionScope scope, GateContext about, Utf8JsonWriter facts)
    {
        scope = scope with { Artefacts = Files(scope, query.Artifacts, about, AttestedFacts.Summaries, isNeeded: true) };
        var bundles = Files(scope, query.Bundles, about, AttestedFacts.Summaries, isNeeded: false);
        var isCommit = query.Artifacts.Count == 0;
        var finding = query.Type == SummaryQuery.Vsa
            ? new VsaPassed
            {
                Verifier = query.Verifier,
                Keys = query.Keys,
                Identity = query.Identity,
                Issuer = query.Issuer,
                Resource = query.Resource!,
                Levels = query.Levels,
                Commit = isCommit,
            }.Check(scope, bundles)
            : new SvrProperties
            {
                Verifier = query.Verifier,
                Keys = query.Keys,
                Identity = query.Identity,
                Issuer = query.Issuer,
                Properties = query.Levels,
                Commit = isCommit,
            }.Check(scope, bundles);
        facts.WriteStartObject();
        facts.WriteString("type", query.Type);
        facts.WriteString("verifier", query.Verifier);
        facts.WriteBoolean("holds", finding.Holds);
        facts.WriteString("reason", finding.Detail);
        Texts("levels", query.Levels, facts);
        Texts("artifacts", scope.Artefacts.Select(file => file.Path), facts);
        Bundles(finding.Used, facts);
        facts.WriteEndObject();
        return 1;
    }

    private static void Bundles(IReadOnlyList<EvidenceItem> files, Utf8JsonWriter facts)
    {
        facts.WriteStartArray("bundles");
        foreach (var file in files)
        {
            facts.WriteStartObject();
            facts.WriteString("path", file.Path);
            facts.WriteString("sha256", file.Sha256);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    private static void Texts(string name, IEnumerable<string> texts, Utf8JsonWriter facts)
    {
        facts.WriteStartArray(name);
        foreach (var text in texts)
        {
            facts.WriteStringValue(text);
        }

        facts.WriteEndArray();
    }

    /// <summary>Globs that match nothing are a typing error where files are needed; without bundles each file simply has nothing to show.</summary>
    private static IReadOnlyList<EvidenceItem> Files(AssertionScope scope, IReadOnlyList<string> globs, GateContext about, string kind, bool isNeeded)
    {
        var files = globs.Where(glob => !glob.StartsWith('!')).SelectMany(scope.Evidence.Match).DistinctBy(file => file.Path).ToList();
        var excluded = globs.Where(glob => glob.StartsWith('!')).Select(glob => glob[1..]).ToList();
        if (excluded.Count > 0)
        {
            var filter = new PathFilter(excluded, []);
            files.RemoveAll(file => filter.Includes(file.Path));
        }

        if (isNeeded && globs.Count > 0 && files.Count == 0 && !about.AllowsMissing)
        {
            about.Coverage.LeftOut(UnseenReasons.SelectsNothing, $"`facts.{kind}` {string.Join(", ", globs)}");
        }

        foreach (var file in files)
        {
            about.Coverage.Saw(file.Path);
        }

        return files;
    }
}
