using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Gates.Policies.Engine.Library;

/// <summary>Adds what the library has to the engine's own objects.</summary>
internal static class LazyProperties
{
    public static void AddFunction(this ObjectInstance target, string name, int length, Func<JsValue, JsValue[], JsValue> function) =>
        target.AddLazy(name, () => new JsValue(new ClrFunctionInstance(target.Engine, function, length)));

    public static void AddLazy(this ObjectInstance target, string name, Func<JsValue> make) =>
        target.FastSetProperty(name, new LazyDescriptor(make));

    /// <summary>A property that is computed when it is read, such as <c>size</c>.</summary>
    public static void AddGetter(this ObjectInstance target, string name, Func<JsValue, JsValue> read)
    {
        var getter = new ClrFunctionInstance(target.Engine, (self, _) => read(self));
        target.FastSetProperty(name, new PropertyDescriptor(new JsValue(getter), JsValue.Undefined, enumerable: false, configurable: true));
    }
}
