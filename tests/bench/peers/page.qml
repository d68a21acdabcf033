// The kiosk's two screens as Qt Quick shows them: 500 names, and a code that is ready. No record is
// kept of who took it. peer.cpp knows the places and the colours.
import QtQuick

Window {
    id: window
    width: 1920
    height: 1080
    visible: true
    flags: Qt.FramelessWindowHint
    color: "#18181c"

    GridView {
        anchors { fill: parent; leftMargin: 20; topMargin: 20 }
        cellWidth: 475
        cellHeight: 90
        model: 500
        delegate: Rectangle {
            width: 455
            height: 70
            color: "#2d6cdf"
            Text {
                anchors.centerIn: parent
                text: "Student Number" + index
                color: "white"
                font { family: "Inter"; pixelSize: 28 }
            }
            MouseArea { anchors.fill: parent; onClicked: code.visible = true }
        }
    }

    Rectangle {
        id: code
        anchors.fill: parent
        color: window.color
        visible: false
        Image { x: 600; y: 150; source: "code.png" }
        MouseArea { anchors.fill: parent; onClicked: code.visible = false }
    }
}
