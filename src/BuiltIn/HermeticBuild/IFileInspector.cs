using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Collects the facts of one kind of file.</summary>
internal interface IFileInspector
{
    /// <exception cref="Gates.Formats.Documents.DocumentException">The file is not what its name says.</exception>
    void Inspect(string path, string text, HermeticFacts facts);
}
