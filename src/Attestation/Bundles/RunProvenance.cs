using System.Text;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Bundles;

/// <summary>
/// Writes the provenance and the log of every build that a gate ran, before the list of the run's files is made: so they are in it, and signed with it. The
/// provenance is a statement without a signature: the process that built holds no key, and another job's <c>gates evidence add --type provenance</c> signs.
/// </summary>
internal static class RunProvenance
{
    public const string Folder = "build";

    /// <param name="folder">Where to.</param>
    /// <param name="report">The run.</param>
    /// <param name="facts">What it was about.</param>
    public static void Write(OutputFolder folder, RunReport report, RunFacts facts)
    {
        foreach (var gate in report.Results)
        {
            foreach (var (name, statement) in BuildProvenance.Of(gate, report, facts))
            {
                folder.Write($"{Folder}/{Escape.FileName(name)}.provenance.json", stream => stream.Write(statement.ToBytes()));
            }

            foreach (var (name, log) in BuildProvenance.Logs(gate))
            {
                folder.Write($"{Folder}/{Escape.FileName(name)}.log", stream => stream.Write(Encoding.UTF8.GetBytes(log + "\n")));
            }
        }
    }
}
