using Gates.BuiltIn.DlpScan.History;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan;

/// <summary>What was looked at, and what it gave.</summary>
/// <param name="Scope">What it was, in a word.</param>
/// <param name="Files">The files.</param>
/// <param name="Reports">What each of them gave.</param>
/// <param name="Names">What their names gave.</param>
/// <param name="History">What their history gave.</param>
/// <param name="Submodules">What is looked at elsewhere.</param>
internal sealed record ScannedTree(
    string Scope,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<FileReport> Reports,
    IReadOnlyList<FileReport> Names,
    HistoryReport History,
    IReadOnlyList<UnseenFile> Submodules);
