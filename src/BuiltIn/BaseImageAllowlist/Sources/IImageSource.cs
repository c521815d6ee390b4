namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Reads the images, and the build commands, of one kind of file. Files of other kinds it leaves alone.</summary>
internal interface IImageSource
{
    void Read(SourceText source, CollectedImages into);
}
