using Gates.Runner.BuiltIn.HermeticBuild.Facts;
using Gates.Runner.Documents;

namespace Gates.Runner.BuiltIn.HermeticBuild;

/// <summary>Collects the facts of one kind of file.</summary>
internal interface IFileInspector
{
    /// <exception cref="Gates.Runner.Documents.DocumentException">The file is not what its name says.</exception>
    void Inspect(string path, string text, HermeticFacts facts);
}
