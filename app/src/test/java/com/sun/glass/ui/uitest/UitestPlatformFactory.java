package com.sun.glass.ui.uitest;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.UitestApplication;
import com.sun.glass.ui.headless.UitestDragAndDrop;

/** JavaFX's headless platform with our application and a clipboard for drag and drop, which the stock one lacks. */
public class UitestPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new UitestApplication();
    }

    @Override
    public ClipboardDelegate createClipboardDelegate() {
        ClipboardDelegate stock = super.createClipboardDelegate();
        return name -> Clipboard.DND.equals(name) ? new UitestDragAndDrop() : stock.createClipboard(name);
    }
}
