using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts;

/// <summary>Turns files of one kind into facts. A new kind is one folder and one line in <see cref="FactsGate"/>.</summary>
internal interface IFactFormat
{
    /// <value>Why some of the last file could not be looked at; <see langword="null"/> when all was.</value>
    UnseenReason? Unseen => null;

    /// <summary>Writes what one file holds: any number of values of an array, in file order.</summary>
    /// <exception cref="DocumentException">The file is not of this kind; nothing was written.</exception>
    void Write(SourceFile file, Stream content, Utf8JsonWriter facts);
}
