using Gates.Formats.Documents;

namespace Gates.Formats.Sarif;

/// <summary>Reads a SARIF 2.1.0 log.</summary>
internal sealed class SarifReader(string path)
{
    private const string ReadVersion = "2.1.0";

    private readonly DocumentShape shape = new(path);

    /// <exception cref="DocumentException">It is no SARIF log of this version, or keeps results elsewhere.</exception>
    public SarifLog Read(DocumentNode root)
    {
        if (root.Kind != NodeKind.Map || root.Get("runs") is null)
        {
            throw shape.Fail(root, "this is no SARIF log: it has no `runs`");
        }

        var version = shape.Required(root, "version");
        return version.StartsWith(ReadVersion, StringComparison.Ordinal)
            ? new SarifLog(path, version, [.. shape.Maps(root, "runs").Select(ReadRun)])
            : throw shape.Fail(root.Get("version")!, $"SARIF \"{FactText.Cut(version, 20)}\" is not read; valid: {ReadVersion}");
    }

    private SarifRun ReadRun(DocumentNode run)
    {
        if (shape.List(shape.Map(run, "externalPropertyFileReferences"), "results") is { Count: > 0 } elsewhere)
        {
            throw shape.Fail(
                elsewhere[0],
                "the results are kept in other files (`externalPropertyFileReferences`), which are not read; let the scanner write one file");
        }

        var tool = shape.Map(run, "tool") ?? throw shape.Fail(run, "`tool` is missing");
        var driver = shape.Map(tool, "driver") ?? throw shape.Fail(tool, "`driver` is missing");
        var invocations = shape.Maps(run, "invocations").ToList();
        var finished = DocumentShape.Field(run, "results") is not null;
        var said = invocations.Select(invocation => shape.Flag(invocation, "executionSuccessful")).OfType<bool>().ToList();
        var results = new SarifResultReader(path, new SarifRules(shape, tool, driver), new SarifPaths(shape, run), invocations);
        return new SarifRun(
            shape.Required(driver, "name"),
            shape.Text(driver, "semanticVersion") ?? shape.Text(driver, "version"),
            !finished ? false : said.Count == 0 ? null : said.TrueForAll(successful => successful),
            Errors(invocations, finished),
            [.. shape.Maps(run, "results").Select(results.Read)]);
    }

    /// <summary>The tool's own errors. A run without <c>results</c> says by that that the scan did not finish (§3.14.23).</summary>
    private List<string> Errors(List<DocumentNode> invocations, bool finished)
    {
        var errors =
            from invocation in invocations
            from key in (string[])["toolExecutionNotifications", "toolConfigurationNotifications"]
            from notification in shape.Maps(invocation, key)
            where shape.Text(notification, "level") == "error"
            select FactText.Cut(shape.Text(shape.Map(notification, "message"), "text") ?? "an error without a message", SarifResultReader.MaxMessageLength);
        return finished ? [.. errors] : [.. errors, "the run has no `results`: the scan did not finish"];
    }
}
