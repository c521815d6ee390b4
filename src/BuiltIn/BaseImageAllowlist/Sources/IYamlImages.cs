using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Reads the images of one kind of YAML document. Documents of other kinds it leaves alone.</summary>
internal interface IYamlImages
{
    void Read(DocumentNode document, SourceText source, CollectedImages into);
}
