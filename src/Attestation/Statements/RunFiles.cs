using Gates.Attestation.Envelopes;
using Gates.Pipeline.Results;

namespace Gates.Attestation.Statements;

/// <summary>Which files a run left, by digest: signed last, so that no report can be changed without its signature saying so.</summary>
internal static class RunFiles
{
    public const string PredicateType = "https://gates-ci.github.io/run-files/v1";

    /// <param name="report">The run.</param>
    /// <param name="facts">What it was about.</param>
    /// <param name="files">Every file of its folder, each with its SHA-256.</param>
    public static Statement Of(RunReport report, RunFacts facts, IEnumerable<KeyValuePair<string, string>> files) =>
        new(facts.Subjects, PredicateType, StatementJson.Element(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("time", EvidenceTime.Write(report.Started + report.Elapsed));
        json.WriteString("toolVersion", report.ToolVersion);
        json.WriteString("verdict", RecordedNames.Of(report.Verdict));
        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteStartArray("files");
        foreach (var (name, sha256) in files)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.Digest(sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    /// <summary>The files that a statement names, each with its SHA-256.</summary>
    /// <exception cref="EvidenceFormatException">It names none.</exception>
    public static IEnumerable<(string Name, string Sha256)> Read(Statement statement, string source) =>
        new EvidenceJson(statement.Predicate, source, "predicate").Array("files").Select(file => (file.Text("name"), file.Object("digest").Text("sha256")));
}
