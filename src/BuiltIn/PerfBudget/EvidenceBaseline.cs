using Gates.Attestation;
using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Runs that were signed and put onto the evidence branch.</summary>
internal sealed class EvidenceBaseline : IBaselineSource
{
    private const string Prefix = "evidence:";

    /// <value>How many of the last runs say how much runs differ.</value>
    private const int MaxEarlier = 20;

    private readonly string entry;
    private readonly string type;
    private readonly PathFilter names;

    /// <param name="entry">As it is written: <c>evidence:TYPE/NAME</c>, where NAME may have stars.</param>
    /// <exception cref="UsageException">It is something else.</exception>
    public EvidenceBaseline(string entry)
    {
        this.entry = entry;
        if (entry[Prefix.Length..].Split('/') is not [{ Length: > 0 } kind, { Length: > 0 } name])
        {
            throw new UsageException($"perf-budget: baseline: \"{entry}\" does not say which files of the evidence branch; write their type and name, such as {Prefix}load/checkout-*.json.gz");
        }

        type = kind;
        names = new PathFilter([name], []);
    }

    /// <summary>Whether an entry means the evidence branch, and not files of the working directory.</summary>
    public static bool Is(string entry) => entry.StartsWith(Prefix, StringComparison.Ordinal);

    public async Task<BaselineFiles> FindAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (context.Logged is null)
        {
            return new BaselineFiles([], $"{entry}: there is no evidence branch without a repository");
        }

        var logged = await context.Logged.FindAsync(type, names.Includes, MaxEarlier, cancellationToken);
        return new BaselineFiles([.. logged.Files.Select(ToResult)], logged.Reason is null ? null : $"{entry}: {logged.Reason}")
        {
            Earlier = [.. logged.Earlier.Select(ToResult)],
        };
    }

    /// <value>None: the branch is no part of a change.</value>
    public IEnumerable<string> PathsIn(ISourceTree tree) => [];

    private ResultFile ToResult(LoggedFile file) => new($"{Prefix}{type}/{file.Name}", () => new MemoryStream(file.Content, writable: false))
    {
        Origin = new OriginFact(file.Commit, EvidenceTime.Write(file.Logged), (int)file.Age.TotalHours, file.KeyId, file.Statement),
    };
}
