namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>A value and what stands around it.</summary>
/// <param name="Value">The value, one byte a character.</param>
/// <param name="Line">The line it begins on, cut to a few hundred characters around it.</param>
/// <param name="Start">Where in <paramref name="Line"/> the value begins.</param>
/// <param name="Path">The file.</param>
internal readonly record struct Candidate(string Value, string Line, int Start, string Path)
{
    public string Before => Line[..Start];
}
