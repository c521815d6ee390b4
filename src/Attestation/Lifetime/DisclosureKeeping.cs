using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Lifetime;

/// <summary>Puts the openings that a run left into the ref that keeps them, from where they can be erased.</summary>
/// <param name="tools">Doors and clock.</param>
internal sealed class DisclosureKeeping(LifetimeTools tools)
{
    /// <param name="request">Where the ref is, and of which year's log they are.</param>
    /// <param name="files">Files of openings; those that are not there are skipped.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">A file is another one, or the ref could not be written.</exception>
    public async Task KeepAsync(EvidenceRequest request, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var openings = new List<Opening>();
        foreach (var file in files.Select(path => new FileInfo(path)).Where(file => file.Exists))
        {
            openings.AddRange(file is { LinkTarget: null, Length: <= EvidenceJson.MaxBytes }
                ? DisclosureFile.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken), file.FullName)
                : throw new EvidenceFormatException($"{file.FullName}: a symbolic link, or larger than any file of openings"));
        }

        using var disclosures = await tools.DisclosuresAsync(request, cancellationToken);
        var isNew = await disclosures.UpdateAsync(now => now.With(request.Year ?? tools.Now.Year, openings), cancellationToken);
        var known = isNew || openings.Count == 0 ? "" : ", kept already";
        tools.Say($"{DisclosureRef.Name}: {Prose.Count(openings.Count, "opening")}{known}; whoever may read the repository can read them");
    }
}
