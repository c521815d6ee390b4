using System.Collections;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>Texts that are made when they are asked for: a run tries few of the rules.</summary>
internal sealed class MadeSamples(int count, Func<int, string> make) : IReadOnlyList<string>
{
    public int Count => count;

    public string this[int index] => make(index);

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, count).Select(make).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
